// What the clock fires, in words.

const RULES = {
  bill: "a bill",
  reminder: "a reminder",
  digest: "the digest",
  review: "the weekly question",
  pace: "the morning look at the budgets",
  again: "what was put off",
  held: "what waited for the end of quiet hours",
  capped: "what got no answer",
};

export const ruleInWords = (rule) => RULES[rule] ?? rule;
