// Lets a card be dragged to a stop: it opens the same form that the card's menu opens. Nothing moves without that form.
const column = target => target.closest && target.closest('.column');
let card = null;
for (const movable of document.querySelectorAll('.board-card[data-to]')) {
  movable.draggable = true;
}
const taken = stop => card && stop && card.dataset.to.split(' ').includes(stop.dataset.state);
const unmark = () => document.querySelectorAll('.column.takes').forEach(stop => stop.classList.remove('takes'));
document.addEventListener('dragstart', event => {
  card = event.target.closest && event.target.closest('.board-card[data-to]');
  if (card) {
    event.dataTransfer.setData('text/plain', card.dataset.code);
    event.dataTransfer.effectAllowed = 'move';
    document.querySelectorAll('.column').forEach(stop => stop.classList.toggle('takes', taken(stop)));
  }
});
document.addEventListener('dragover', event => {
  if (taken(column(event.target))) {
    event.preventDefault();
  }
});
document.addEventListener('drop', event => {
  const stop = column(event.target);
  if (taken(stop)) {
    event.preventDefault();
    location.assign(`/recommendations/${encodeURIComponent(card.dataset.code)}/claim?to=${stop.dataset.state}`);
  }
});
document.addEventListener('dragend', () => {
  unmark();
  card = null;
});
