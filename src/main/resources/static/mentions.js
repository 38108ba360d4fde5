// Suggests names after an at-sign in a comment. Without it, @login typed in full does the same.
let list = null;
let field = null;
let asked = 0;

const begun = (area) => {
  const found = /(?:^|[^\p{L}\p{N}_])@([\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]+)?)$/u.exec(area.value.slice(0, area.selectionStart));
  return found ? found[1] : null;
};

const close = () => {
  list?.remove();
  field?.removeAttribute('aria-activedescendant');
  field?.removeAttribute('aria-controls');
  list = field = null;
};

const choose = (area, option) => {
  const end = area.selectionStart;
  area.setRangeText('@' + option.dataset.login + ' ', end - begun(area).length - 1, end, 'end');
  area.focus();
  close();
};

const mark = (option) => {
  list.querySelector('[aria-selected="true"]')?.setAttribute('aria-selected', 'false');
  option.setAttribute('aria-selected', 'true');
  field.setAttribute('aria-activedescendant', option.id);
};

const status = (area) => {
  let line = area.parentElement.querySelector('[role="status"]');
  if (!line) {
    line = document.createElement('p');
    line.className = 'vh';
    line.setAttribute('role', 'status');
    area.after(line);
  }
  return line;
};

const show = (area, people) => {
  close();
  status(area).textContent = people.length ? area.dataset.found : area.dataset.none;
  if (!people.length) return;
  field = area;
  list = document.createElement('ul');
  list.className = 'mentions';
  list.id = 'mentions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', area.dataset.found);
  area.setAttribute('aria-controls', list.id);
  people.forEach((person, at) => {
    const option = document.createElement('li');
    option.id = 'mention-' + at;
    option.setAttribute('role', 'option');
    option.dataset.login = person.login;
    option.append(person.name, ' ');
    const login = document.createElement('span');
    login.className = 'meta';
    login.textContent = '@' + person.login;
    option.append(login);
    option.addEventListener('mousedown', (press) => { press.preventDefault(); choose(area, option); });
    list.append(option);
  });
  area.after(list);
  mark(list.firstElementChild);
};

const suggest = async (area) => {
  if (!area?.dataset?.people) return;
  const word = begun(area);
  const turn = ++asked;
  if (!word) { close(); return; }
  await new Promise((later) => setTimeout(later, 150));
  if (turn !== asked) return;
  const readers = area.form.querySelector('[name="visibility"]:checked')?.value ?? 'NETWORK';
  const answer = await fetch(`${area.dataset.people}?q=${encodeURIComponent(word)}&visibility=${readers}`, { headers: { Accept: 'application/json' } });
  if (turn === asked && answer.ok) show(area, await answer.json());
};

document.addEventListener('input', (typed) => suggest(typed.target));

document.addEventListener('keydown', (key) => {
  if (!list || key.target !== field) return;
  const now = list.querySelector('[aria-selected="true"]');
  const next = { ArrowDown: now.nextElementSibling ?? list.firstElementChild, ArrowUp: now.previousElementSibling ?? list.lastElementChild }[key.key];
  if (next) mark(next);
  else if (key.key === 'Enter' || key.key === 'Tab') choose(field, now);
  else if (key.key === 'Escape') close();
  else return;
  key.preventDefault();
});

document.addEventListener('focusout', (left) => { if (left.target === field) close(); });

// Whoever types fast has begun before this was here.
suggest(document.activeElement);
