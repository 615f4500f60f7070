// The charts of a result, fetched from their page when their menu is opened; until then it has the link to that page.
import { style } from "./dialog.js";

export async function draw(menu) {
  const link = menu.querySelector("a.deferred");
  if (!link || menu.ariaBusy) return;
  menu.ariaBusy = "true";
  try {
    const [answer] = await Promise.all([fetch(link.href, { headers: { Accept: "text/html" } }), style()]);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const charts = page.querySelector(".outcomes-page .charts");
    if (!charts) return;
    const focused = link === document.activeElement;
    menu.querySelector("div").replaceChildren(...charts.childNodes);
    if (focused) menu.querySelector("div a").focus();
    dispatchEvent(new CustomEvent("say", { detail: menu.querySelector("figcaption").textContent }));
  } finally {
    menu.ariaBusy = null;
  }
}
