// The keyboard shortcuts in front of the page, as the page on searching lists them.
import { style } from "./dialog.js";

export async function show(help) {
  if (document.querySelector("dialog[open]")) return;
  try {
    const answer = await fetch(help, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const dialog = document.createElement("dialog");
    const close = Object.assign(document.createElement("button"), { type: "button", className: "close", textContent: "Close" });
    const title = page.querySelector("#keys");
    const more = Object.assign(document.createElement("a"), { href: help, textContent: "Search tips" });
    dialog.setAttribute("aria-labelledby", title.id);
    dialog.className = "shortcuts";
    dialog.append(close, title, page.querySelector(".keys"), more);
    dialog.onclose = () => dialog.remove();
    close.onclick = () => dialog.close();
    dialog.onclick = ({ target }) => {
      if (target === dialog) dialog.close();
    };
    await style();
    document.body.append(dialog);
    dialog.showModal();
  } catch {
    location.assign(help + "#keys");
  }
}
