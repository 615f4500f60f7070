// A facet's full list in front of the results, with what its page has: find, order, choose, leave out.
import { style } from "./dialog.js";

const base = document.documentElement.dataset.base ?? "";
const $ = (selector, within) => within.querySelector(selector);
const $$ = (selector, within) => [...within.querySelectorAll(selector)];
const filled = ({ target, submitter }) =>
  new URLSearchParams([...new FormData(target, submitter)].filter(([, value]) => value !== ""));
const read = async (url) =>
  new DOMParser().parseFromString(await (await fetch(url, { headers: { Accept: "text/html" } })).text(), "text/html");

export async function list(link, go) {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-label", link.closest(".facet").querySelector("h3").textContent);
  document.body.append(dialog);
  const close = Object.assign(document.createElement("button"), {
    type: "button",
    className: "close",
    textContent: "Close",
    onclick: () => dialog.close(),
  });
  const fill = async (url) => {
    const page = $(".facet-page", await read(url));
    $(".trail", page).remove();
    dialog.replaceChildren(close, page);
    const find = $("[name=find]", page);
    find.oninput = () =>
      $$(".wide li", page).forEach(
        (li) => (li.hidden = !li.firstElementChild.firstChild.textContent.toLowerCase().includes(find.value.toLowerCase())),
      );
    find.focus();
  };
  const leave = (url) => {
    dialog.close();
    go(url);
  };
  dialog.onclose = () => {
    dialog.remove();
    link.isConnected && link.focus();
  };
  dialog.onclick = (event) => {
    const to = event.target === dialog ? dialog.close() : event.target.closest("a[href]");
    if (!to || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const url = new URL(to.href);
    url.pathname === base + "/search" ? leave(url.pathname + url.search) : fill(url);
  };
  dialog.onsubmit = (event) => {
    event.preventDefault();
    event.stopPropagation();
    const url = new URL(event.target.action).pathname + "?" + filled(event);
    url.startsWith(base + "/search") ? leave(url) : fill(url);
  };
  await Promise.all([style(), fill(link.href)]);
  dialog.showModal();
  $("[name=find]", dialog).focus();
}
