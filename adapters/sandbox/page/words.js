// Words made safe to show: a few harmless tags and web links become elements, everything else stays text.

import { make } from "./make.js";

const PLAIN_TAGS = new Set(["b", "i", "u", "s", "code", "pre"]);
const SAFE_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);
const WEB_ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;
const TAG = /<(?<end>\/?)(?<name>[a-z]+)(?<rest>(?:\s[^<>]*)?)>/gi;
const ENTITY = /&(?:#(?<code>\d{1,6}|x[\da-f]{1,5})|(?<name>lt|gt|amp|quot));/gi;
const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** Telegram's HTML built node by node, never handed to a parser; an unknown tag is left out and its text kept. */
export function safeFragment(html) {
  const fragment = new DocumentFragment();
  const open = [{ name: "", element: fragment }];
  let end = 0;
  for (const tag of html.matchAll(TAG)) {
    open.at(-1).element.append(decoded(html.slice(end, tag.index)));
    end = tag.index + tag[0].length;
    const name = tag.groups.name.toLowerCase();
    if (tag.groups.end) close(open, name);
    else start(open, name, tag.groups.rest);
  }
  open.at(-1).element.append(decoded(html.slice(end)));
  return fragment;
}

/** Plain text with its web addresses as links. */
export function linked(text) {
  const fragment = new DocumentFragment();
  let end = 0;
  for (const match of text.matchAll(WEB_ADDRESS)) {
    fragment.append(text.slice(end, match.index), link(match[0], match[0]));
    end = match.index + match[0].length;
  }
  fragment.append(text.slice(end));
  return fragment;
}

function start(open, name, rest) {
  const element = elementFor(name, rest);
  if (!element) return;
  open.at(-1).element.append(element);
  open.push({ name, element });
}

function close(open, name) {
  const depth = open.findLastIndex((entry) => entry.name === name);
  if (depth > 0) open.length = depth;
}

function elementFor(name, rest) {
  if (PLAIN_TAGS.has(name)) return make(name);
  if (name !== "a") return null;
  return link(decoded(/\shref="([^"]*)"/i.exec(rest)?.[1] ?? ""));
}

function link(address, ...inside) {
  const scheme = URL.canParse(address) ? new URL(address).protocol : "";
  if (!SAFE_SCHEMES.has(scheme)) return make("span", {}, ...inside);
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...inside);
}

function decoded(text) {
  return text.replace(ENTITY, (...match) => {
    const { code, name } = match.at(-1);
    return name ? ENTITIES[name.toLowerCase()] : String.fromCodePoint(Number(code.replace(/^x/i, "0x")));
  });
}
