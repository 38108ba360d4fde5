// Sizes of a drawing without loading the page anew: by its tools, and by + - 0 on the drawing itself; arrow keys scroll it.
for (const viewer of document.querySelectorAll("[data-viewer]")) {
  const region = viewer.querySelector(".diagram");
  const svg = region.querySelector("svg");
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const usual = 14 / 12;
  let scale = Number(svg.getAttribute("width")) / width;

  const show = (wanted) => {
    const x = (region.scrollLeft + region.clientWidth / 2) / scale;
    const y = (region.scrollTop + region.clientHeight / 2) / scale;
    scale = Math.min(4, Math.max(0.25, wanted));
    svg.setAttribute("width", Math.round(width * scale));
    svg.setAttribute("height", Math.round(height * scale));
    region.scrollLeft = x * scale - region.clientWidth / 2;
    region.scrollTop = y * scale - region.clientHeight / 2;
  };
  const toNow = () => {
    const now = svg.querySelector("g.now");
    if (!now) return;
    const at = now.getBoundingClientRect();
    const seen = region.getBoundingClientRect();
    region.scrollLeft += at.left + at.width / 2 - seen.left - seen.width / 2;
    region.scrollTop += at.top + at.height / 2 - seen.top - seen.height / 2;
  };
  const tools = {
    in: () => show(scale * 1.25),
    out: () => show(scale / 1.25),
    reset: () => { show(usual); toNow(); },
    fit: () => show((region.clientWidth - 34) / width),
    now: toNow,
  };
  for (const only of viewer.querySelectorAll("[data-only]")) only.hidden = false;
  viewer.addEventListener("click", (event) => {
    const link = event.target.closest("[data-zoom]");
    if (!link) return;
    event.preventDefault();
    tools[link.dataset.zoom]();
  });
  region.addEventListener("keydown", (event) => {
    const tool = { "+": "in", "=": "in", "-": "out", 0: "reset" }[event.key];
    if (!tool || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    tools[tool]();
  });
  toNow();
}
