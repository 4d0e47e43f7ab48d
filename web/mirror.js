// The mirror: a hidden ARIA DOM that says what the canvas shows. Screen readers read it, tests find
// things in it. It follows the semantic tree (src/ui/semantics.h); only what changed is touched.

const ROLES = { text: '', status: 'status' };  // ARIA names where ours differ from the word
const FLAG = { disabled: 1, checked: 2, selected: 4, expanded: 8, collapsed: 16, focused: 32,
  invalid: 64, multiline: 128, password: 256 };

const SENT_MS = 300;

// act: { activate(id), setText(id, text) }
export function createMirror({ root, canvas, area, says, act }) {
  const shown = new Map();  // id -> { element, node, text }
  let sayIndex = 0;

  function update({ nodes, say }) {
    const seen = new Set(nodes.map((node) => node.id));
    for (const [id, { element }] of shown) {
      if (seen.has(id)) continue;
      element.remove();
      shown.delete(id);
    }
    const parents = new Set(nodes.map((node) => node.parent));
    const lasts = new Map();  // parent element -> child placed last
    let focused = null;
    for (const node of nodes) {
      const entry = entryOf(node);
      patch(entry, node, parents.has(node.id), shown.get(node.parent)?.node);
      arrange(lasts, shown.get(node.parent)?.element ?? root, entry.element);
      if (node.flags & FLAG.focused) focused = entry.element.id;
    }
    setAttribute(canvas, 'aria-activedescendant', focused);
    setAttribute(area, 'aria-activedescendant', focused);
    for (const text of say ?? []) announce(text);
  }

  function entryOf(node) {
    const tag = tagOf(node);
    let entry = shown.get(node.id);
    if (entry && entry.tag !== tag) {
      entry.element.remove();
      entry = undefined;
    }
    if (!entry) {
      entry = { element: make(node, tag), tag, node: null };
      shown.set(node.id, entry);
    }
    return entry;
  }

  function make(node, tag) {
    const element = document.createElement(tag);
    element.id = `n${node.id}`;
    element.tabIndex = -1;  // Tab moves in the canvas; the mirror is for reading and acting
    element.addEventListener('click', (event) => {
      event.stopPropagation();
      act.activate(node.id);
    });
    if (tag !== 'div') connectField(element, node.id);
    return element;
  }

  // An assistive tool may focus and fill the field itself. Its keys are its own then: the canvas
  // gets the whole text after each change.
  function connectField(field, id) {
    field.addEventListener('focus', () => act.activate(id));
    field.addEventListener('input', () => {
      const entry = shown.get(id);
      entry.sentAt = performance.now();
      act.setText(id, field.value);
      setTimeout(() => label(entry, entry.node, false), SENT_MS);  // what the canvas made of it
    });
    for (const name of ['keydown', 'keyup', 'keypress']) {
      field.addEventListener(name, (event) => {
        if (event.key !== 'Tab' && event.key !== 'Escape') event.stopPropagation();
      });
    }
  }

  // Children follow their order in the list; nothing moves that stands right already.
  function arrange(lasts, parent, element) {
    const last = lasts.get(parent);
    const next = last?.parentNode === parent ? last.nextElementSibling : parent.firstElementChild;
    if (next !== element) parent.insertBefore(element, next);
    lasts.set(parent, element);
  }

  // Polite live regions only speak when they change: two take turns, so equal texts are said too.
  function announce(text) {
    says[sayIndex].textContent = '';
    sayIndex = 1 - sayIndex;
    says[sayIndex].textContent = text;
  }

  return { update };
}

function tagOf(node) {
  if (node.role !== 'textbox') return 'div';
  return node.flags & FLAG.multiline ? 'textarea' : 'input';
}

function patch(entry, node, isGroup, parent) {
  const { element } = entry;
  const before = entry.node;
  entry.node = node;
  place(element, node.box, parent?.box);
  if (before && same(before, node) && entry.isGroup === isGroup) return;
  entry.isGroup = isGroup;
  setAttribute(element, 'role', entry.tag === 'div' ? ROLES[node.role] ?? node.role : null);
  label(entry, node, isGroup);
  state(element, node);
}

function place(element, box, origin) {
  const [x, y, width, height] = box;
  setStyle(element, 'left', `${x - (origin?.[0] ?? 0)}px`);
  setStyle(element, 'top', `${y - (origin?.[1] ?? 0)}px`);
  setStyle(element, 'width', `${width}px`);
  setStyle(element, 'height', `${height}px`);
}

// Fields and groups are labelled; leaves hold their words as text.
function label(entry, node, isGroup) {
  const { element } = entry;
  const isField = entry.tag !== 'div';
  const isLabelled = isField || isGroup ||
    ['combobox', 'progressbar', 'slider', 'image'].includes(node.role);
  setAttribute(element, 'aria-label', isLabelled && node.name ? node.name : null);
  if (isField) {
    const value = node.flags & FLAG.password ? '•'.repeat([...(node.value ?? '')].length)
      : node.value ?? '';
    // What was just typed here comes back from the canvas a few frames later.
    const isAhead = performance.now() - (entry.sentAt ?? -SENT_MS) < SENT_MS;
    if (element.value !== value && !isAhead) element.value = value;
  } else if (!isGroup) {
    // A bar in a list is its name and its number.
    const text = [isLabelled ? '' : node.name, node.value].filter(Boolean).join(' ');
    if (element.textContent !== text) element.textContent = text;
  }
}

function state(element, node) {
  const has = (flag) => (node.flags & flag) !== 0;
  const { role } = node;
  const setBoolean = (name, isWanted, isTrue) =>
    setAttribute(element, name, isWanted ? String(isTrue) : null);
  setAttribute(element, 'aria-level', role === 'heading' ? String(node.level || 2) : null);
  setBoolean('aria-checked', role === 'checkbox' || role === 'radio', has(FLAG.checked));
  setBoolean('aria-selected', role === 'tab' || role === 'option' ||
    (role === 'row' && has(FLAG.selected)), has(FLAG.selected));
  setAttribute(element, 'aria-current',
    (role === 'link' || role === 'button') && has(FLAG.selected) ? 'page' : null);
  setBoolean('aria-expanded', has(FLAG.expanded) || has(FLAG.collapsed) || role === 'combobox',
    has(FLAG.expanded));
  setBoolean('aria-disabled', has(FLAG.disabled), true);
  setBoolean('aria-invalid', has(FLAG.invalid), true);
  setBoolean('aria-modal', role === 'dialog', true);
  setAttribute(element, 'aria-description', node.description || null);
  setAttribute(element, 'aria-valuetext',
    role === 'progressbar' || role === 'slider' ? node.value || null : null);
  // ARIA counts rows from 1.
  setAttribute(element, 'aria-rowindex', node.row >= 0 ? String(node.row + 1) : null);
  setAttribute(element, 'aria-rowcount', node.rows >= 0 ? String(node.rows) : null);
}

function same(left, right) {
  return left.role === right.role && left.name === right.name && left.value === right.value &&
    left.flags === right.flags && left.description === right.description &&
    left.row === right.row && left.rows === right.rows && left.level === right.level;
}

function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function setStyle(element, name, value) {
  if (element.style[name] !== value) element.style[name] = value;
}
