// Enhancement only: every page does its whole work without this file.
document.documentElement.dataset.js = '';

document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) {
    window.print();
  }
});

document.addEventListener('keydown', event => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  const box = document.querySelector('[data-slash]');
  if (event.key === '/' && box && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    box.focus();
  }
});

// A list that follows the typing says how many it found, without moving the reader.
document.addEventListener('htmx:after:swap', () => {
  const found = document.querySelector('[data-found]');
  const voice = document.querySelector('[data-announce]');
  if (found && voice) {
    voice.textContent = found.textContent.trim();
  }
});

if (document.querySelector('[data-upload]')) {
  import('/js/upload.js');
}
