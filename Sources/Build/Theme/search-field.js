// Loads the search when its field is entered; `/` enters it.
(() => {
  'use strict';
  const field = document.getElementById('Search');
  if (!field) return;
  const load = () => document.head.append(Object.assign(document.createElement('script'), {
    src: field.dataset.script,
    onerror() {
      const status = document.getElementById('SearchStatus');
      status.className = '';
      status.textContent = field.dataset.broken;
    },
  }));
  if (document.getElementById('Results') || document.activeElement === field) load();
  else field.addEventListener('focus', load, { once: true });
  addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || target.isContentEditable) return;
    if (/^(?:input|textarea|select)$/i.test(target.tagName)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
