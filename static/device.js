// What this browser alone keeps: whether single keys do something, and the searches made here.
const $ = (selector) => document.querySelector(selector);
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

function toggle(id, name) {
  const box = $(id);
  if (!box) return;
  box.closest("[hidden]").hidden = false;
  box.checked = localStorage.getItem(name) !== "off";
  box.onchange = () => {
    localStorage.setItem(name, box.checked ? "on" : "off");
    if (name === "remember" && !box.checked) clear();
  };
}

function clear() {
  localStorage.removeItem("past");
  list();
}

function list() {
  const past = JSON.parse(localStorage.getItem("past") ?? "[]");
  $("#past").replaceChildren(
    ...past.map(({ url, text, found, on }) => {
      const item = make("li", {});
      const when = make("time", { dateTime: on, textContent: new Date(on).toLocaleDateString("en-US", { dateStyle: "medium" }) });
      item.append(make("a", { href: url, textContent: text }), make("span", { textContent: found }), when);
      return item;
    }),
  );
  $("#past-none").hidden = past.length > 0;
  $("#past-clear").hidden = past.length === 0;
}

toggle("#keys-on", "keys");
toggle("#remember-on", "remember");
if ($("#past")) {
  list();
  $("#past-clear").onclick = clear;
}
