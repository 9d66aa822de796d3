// The street's events: first everything that was, in one piece, then each thing as it happens.

const RETRY_MS = 1000;

/** Calls `replay` with the whole history after every (re)connection, `hear` with each later event, `lose` when cut off. */
export function listen(path, { replay, hear, lose }) {
  const source = new EventSource(path);
  let history = [];

  source.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    if (history === null) {
      hear(event);
    } else if (event.kind === "ready") {
      const whole = history;
      history = null;
      replay(whole);
    } else {
      history.push(event);
    }
  };

  // A browser gives up for good when the answer is an error page, so every attempt is a new source.
  source.onerror = () => {
    source.close();
    lose();
    setTimeout(listen, RETRY_MS, path, { replay, hear, lose });
  };
}
