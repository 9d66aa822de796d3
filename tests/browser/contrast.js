// Words whose colour stands out less than WCAG's 4.5 : 1 from the ground they are on.

() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

  function painted(...colours) {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }

  function luminance(rgb) {
    const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function grounds(element) {
    const own = getComputedStyle(element).backgroundColor;
    return element.parentElement ? [...grounds(element.parentElement), own] : ["white", own];
  }

  function contrast(element) {
    const ground = grounds(element);
    const [low, high] = [
      luminance(painted(...ground)),
      luminance(painted(...ground, getComputedStyle(element).color)),
    ].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  const speaking = [...document.querySelectorAll("body *")].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()),
  );
  return speaking
    .map((element) => ({ words: element.textContent, ratio: contrast(element) }))
    .filter(({ ratio }) => ratio < 4.5);
};
