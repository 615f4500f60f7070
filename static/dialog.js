// Dialogs and charts have the style of the pages beside the results, which results do without until one opens.
export const style = () =>
  new Promise((done) => {
    if (document.querySelector('[href*="pages.css"]')) return done();
    const sheet = Object.assign(document.createElement("link"), {
      rel: "stylesheet",
      href: new URL("pages.css", import.meta.url),
      onload: done,
      onerror: done,
    });
    document.head.append(sheet);
  });
