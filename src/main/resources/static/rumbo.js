// What pages do more than links and forms can: nothing here is needed, everything works without it.
(() => {
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const one = (what, where = document) => where.querySelector(what);
  const body = document.body;
  const live = one('#live');
  const say = text => { if (live && text) { live.textContent = ''; setTimeout(() => live.textContent = text, 50); } };

  // Drafts: a form with room for words keeps itself, two seconds after the last key and on leaving.
  const waiting = new Map();
  const keepsItself = form => form && form.method === 'post' && one('textarea, .save-line', form) && one('[name=_by]', form);
  const line = form => one('.save-line', form) || (() => {
    const made = document.createElement('p');
    made.className = 'save-line meta';
    made.setAttribute('role', 'status');
    form.append(made);
    return made;
  })();

  async function save(form, leaving) {
    clearTimeout(waiting.get(form));
    waiting.delete(form);
    const sent = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
    sent.set('_draft', '1');
    try {
      const answer = await fetch(form.getAttribute('action'), {
        method: 'POST', body: sent, headers: { 'X-Draft': '1' }, keepalive: leaving, redirect: 'manual' });
      line(form).textContent = answer.ok ? await answer.text() : body.dataset.unsaved;
    } catch (offline) {
      if (!leaving) waiting.set(form, 0);
      connection();
    }
  }

  document.addEventListener('input', event => {
    const form = event.target.form;
    if (keepsItself(form)) {
      clearTimeout(waiting.get(form));
      waiting.set(form, setTimeout(() => save(form), 2000));
    }
  });
  const saveAll = leaving => [...waiting.keys()].forEach(form => save(form, leaving));
  document.addEventListener('visibilitychange', () => document.hidden && saveAll(true));

  // Names are suggested only to those who begin to write where somebody can be named.
  document.addEventListener('focusin', event => event.target.dataset?.people && import('/mentions.js'));

  // No connection: what is typed stays on the page and is kept as soon as there is one again.
  function connection() {
    const banner = one('#offline');
    if (banner) banner.hidden = navigator.onLine;
  }
  addEventListener('offline', connection);
  addEventListener('online', () => { connection(); saveAll(); });
  connection();

  // A second click does nothing.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) { event.preventDefault(); event.stopImmediatePropagation(); return; }
    clearTimeout(waiting.get(form));
    waiting.delete(form);
    form.dataset.sent = '1';
    event.submitter?.setAttribute('aria-disabled', 'true');
    setTimeout(() => again(form), 15000);
  }, true);
  const again = form => { delete form.dataset.sent; all('[aria-disabled]', form).forEach(b => b.removeAttribute('aria-disabled')); };
  addEventListener('pageshow', event => event.persisted && all('form[data-sent]').forEach(again));
  document.addEventListener('htmx:afterRequest', event => event.target.matches?.('form') && again(event.target));

  // After a piece of the page was exchanged: what went wrong gets the focus, anything else is told.
  const problem = where => one('.error-summary, section[role=alert]', where)?.focus();
  document.addEventListener('htmx:afterSettle', event => {
    const part = event.detail.elt;
    dress(part);
    if (event.detail.requestConfig?.triggeringEvent?.type === 'load') return;
    if (one('.error-summary', part)) problem(part); else say(one('h2, h3, [role=status]', part)?.textContent);
  });
  problem(document);

  // Word that something was done goes when the reader says so.
  function dress(where) {
    all('[data-dismiss]', where).forEach(banner => {
      if (one('.dismiss', banner)) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn quiet dismiss';
      button.textContent = body.dataset.close;
      button.onclick = () => { banner.remove(); one('#main')?.focus(); };
      banner.append(button);
    });
  }
  dress(document);

  // Keys. Never while somebody types, never together with others.
  const pages = { w: '/work', r: '/recommendations', p: '/progress', o: '/reports', n: '/notices', d: '/drafts' };
  let afterG = 0;
  const rows = () => all('main tbody tr, main .rows > li, main .lines > li, main .tasks > li').map(row => one('a[href]', row)).filter(Boolean);
  function step(by) {
    const links = rows();
    const now = links.findIndex(link => link.closest('tr, li').contains(document.activeElement));
    (links[now < 0 ? (by > 0 ? 0 : links.length - 1) : now + by] || links[now])?.focus();
  }
  async function help() {
    const dialog = one('#keys');
    try {
      if (!dialog.children.length) {
        const page = new DOMParser().parseFromString(await (await fetch('/shortcuts')).text(), 'text/html');
        dialog.append(document.adoptNode(one('#key-list', page)));
      }
      dialog.showModal();
    } catch (noDialog) {
      location = '/shortcuts';
    }
  }
  const keys = {
    '/': () => (one('#q') || one('main [type=search]'))?.focus(),
    '?': help,
    g: () => { afterG = Date.now(); },
    j: () => step(1),
    k: () => step(-1),
    e: () => one('main a[href$="/edit"]')?.click()
  };
  document.addEventListener('keydown', event => {
    if (body.dataset.shortcuts === 'off' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented
      || event.target.closest('input, textarea, select, [contenteditable], dialog')) return;
    const to = Date.now() - afterG < 1500 && one(`.band a[href="${pages[event.key]}"]`);
    afterG = 0;
    if (to) { event.preventDefault(); to.click(); return; }
    const act = Object.hasOwn(keys, event.key) && keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
})();
