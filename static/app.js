// Everything works without this module; it only makes it quicker.
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
const say = (text) => setTimeout(() => ($('#live').textContent = text), 500);

// --- Results without a full reload ---
let shown = location.pathname + location.search;
let asked;

const swappable = (url) =>
  url.origin === location.origin && url.pathname === '/search' && location.pathname === '/search' && $('.results-page');

async function show(url, push) {
  asked?.abort();
  asked = new AbortController();
  const main = $('main');
  main.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(url, { signal: asked.signal, headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!$('.results-page', page)) return location.assign(url);
    const open = new Map($$('details[data-facet]').map((d) => [d.dataset.facet, d.open]));
    const folded = $('.fold')?.open;
    main.replaceChildren(...$('main', page).childNodes);
    document.title = page.title;
    $$('details[data-facet]').forEach((d) => (d.open = open.get(d.dataset.facet) || d.open));
    if ($('.fold')) $('.fold').open = folded;
    if (push) {
      history.replaceState({ top: scrollY }, '');
      history.pushState({}, '', url);
    }
    shown = location.pathname + location.search;
    dress(main);
    say($('h1').textContent.trim());
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(url);
  } finally {
    main.removeAttribute('aria-busy');
  }
}

const place = (link) => [link.closest('[data-facet]')?.dataset.facet, $('.t', link)?.textContent ?? link.textContent];

document.addEventListener('click', async (event) => {
  const link = event.target.closest('main a[href]');
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href.baseVal ?? link.href, location.href);
  if (!swappable(url) || url.hash) return;
  event.preventDefault();
  const [facet, text] = place(link);
  await show(url.pathname + url.search, true);
  const scope = facet ? $(`[data-facet="${CSS.escape(facet)}"]`) : null;
  const same = scope && $$('a.v', scope).find((a) => place(a)[1] === text);
  if (same) return same.focus({ preventScroll: true });
  $('#results').focus({ preventScroll: true });
  if (link.closest('.paging, .chips, .letters')) scrollTo(0, 0);
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  const url = new URL(form.action, location.href);
  if (form.method !== 'get' || !swappable(url)) return;
  event.preventDefault();
  const filled = [...new FormData(form)].filter(([, value]) => value !== '');
  show('/search?' + new URLSearchParams(filled), true);
});

history.scrollRestoration = 'manual';
addEventListener('popstate', async (event) => {
  if (location.pathname + location.search === shown) return;
  await show(location.href, false);
  scrollTo(0, event.state?.top ?? 0);
});

// --- Completions while typing ---
function complete(input) {
  input.removeAttribute('list');
  const box = make('span', { className: 'typing' });
  const list = make('ul', { className: 'suggestions', id: 'suggestions', role: 'listbox', hidden: true });
  list.setAttribute('aria-label', 'Suggestions');
  input.replaceWith(box);
  box.append(input, list);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': 'suggestions', 'aria-expanded': 'false' })) input.setAttribute(name, value);
  let waiting, at = -1;
  const mark = (next) => {
    at = next;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', i === at));
    at < 0 ? input.removeAttribute('aria-activedescendant') : input.setAttribute('aria-activedescendant', list.children[at].id);
  };
  const close = () => { list.hidden = true; input.setAttribute('aria-expanded', 'false'); mark(-1); };
  const take = (item) => { input.value = item.dataset.text; close(); input.form.requestSubmit(); };
  const offer = async () => {
    const answer = input.value.trim().length < 2 ? [] : (await (await fetch('/suggest.json?q=' + encodeURIComponent(input.value))).json()).suggestions ?? [];
    list.replaceChildren(...answer.map((s, i) => {
      const item = make('li', { id: 'suggestion-' + i, role: 'option', textContent: s.text });
      item.dataset.text = s.text;
      item.append(make('span', { textContent: s.kind + (s.issues ? ` · ${s.issues}` : '') }));
      item.onmousedown = (event) => { event.preventDefault(); take(item); };
      return item;
    }));
    list.hidden = !answer.length || document.activeElement !== input;
    input.setAttribute('aria-expanded', !list.hidden);
    at = -1;
  };
  input.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(() => offer().catch(close), 150); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === 'Escape') count ? close() : input.blur();
    else if (count && event.key === 'ArrowDown') mark((at + 1) % count);
    else if (count && event.key === 'ArrowUp') mark((at - 1 + count) % count);
    else if (count && event.key === 'Enter' && at >= 0) take(list.children[at]);
    else return;
    event.preventDefault();
  });
}

// --- Copying, marked words ---
function copier(text) {
  const button = make('button', { type: 'button', className: 'copy', textContent: 'Copy' });
  button.onclick = async () => { await navigator.clipboard.writeText(text.textContent); say('Copied'); button.textContent = 'Copied'; };
  text.after(button);
}

let hit = 0;
function step(by) {
  const marks = $$('mark[id^="hit-"]');
  if (!marks.length) return;
  hit = (hit + by + marks.length) % marks.length;
  marks.forEach((m, i) => m.classList.toggle('now', i === hit));
  marks[hit].scrollIntoView({ block: 'center' });
  say(`Marked word ${hit + 1} of ${marks.length}`);
}

// --- Keys ---
const keysOn = () => localStorage.getItem('keys') !== 'off';
const go = (selector) => $(selector)?.click();
function move(by) {
  const links = $$('a.open');
  const now = links.indexOf(document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, now < 0 ? 0 : now + by))]?.focus();
}
const keys = {
  '/': () => { $('#q')?.focus(); $('#q')?.select(); },
  j: () => move(1), k: () => move(-1),
  '[': () => go('.trail [rel~="prev"]'), ']': () => go('.trail [rel~="next"]'),
  n: () => step(1), p: () => step(-1),
  c: () => { const all = $$('.citations .copy'); (all.find((b) => b.closest('section:target')) ?? all.at(-1) ?? all[0])?.click(); },
  '?': () => location.assign('/help#keys'),
};
addEventListener('keydown', (event) => {
  const busy = event.target.closest('input, textarea, select, [contenteditable]');
  if (busy || event.ctrlKey || event.metaKey || event.altKey || !keysOn() || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

function dress(within) {
  $$('#q', within).forEach(complete);
  $$('.citations .plain, .citations pre', within).forEach(copier);
  $$('[data-marks]', within).forEach((box) => [[-1, 'Previous'], [1, 'Next']].forEach(([by, label]) => {
    const button = make('button', { type: 'button', textContent: label, onclick: () => step(by) });
    button.setAttribute('aria-label', label + ' marked word');
    box.append(' ', button);
  }));
  const picks = $$('.pick input', within);
  picks.forEach((pick) => (pick.onchange = () => {
    const ticked = picks.filter((p) => p.checked).length;
    picks.forEach((p) => (p.disabled = !p.checked && ticked > 3));
    say(`${ticked} ticked to compare`);
  }));
}
dress(document);
hit = -1;

const choice = $('#keys-on');
if (choice) {
  $('#keys-switch').hidden = false;
  choice.checked = keysOn();
  choice.onchange = () => localStorage.setItem('keys', choice.checked ? 'on' : 'off');
}
