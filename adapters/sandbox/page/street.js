// Telling the street what the person did.

/** Posts one deed; resolves to an empty string, or to the reason it was not taken. */
export async function tell(deed, details) {
  try {
    const response = await fetch(`/sandbox/${deed}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(details),
    });
    return response.ok ? "" : await reasonIn(response);
  } catch {
    return "The sandbox does not answer.";
  }
}

/** Hands over a file the person picked; resolves as `tell` does. */
export async function hand(file) {
  try {
    const response = await fetch(`/sandbox/attach?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "Content-Type": file.type || "application/octet-stream" },
      body: file,
    });
    return response.ok ? "" : await reasonIn(response);
  } catch {
    return "The sandbox does not answer.";
  }
}

async function reasonIn(response) {
  try {
    return (await response.json()).error ?? `Refused (${response.status}).`;
  } catch {
    return `Refused (${response.status}).`;
  }
}
