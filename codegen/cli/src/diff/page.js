const search = document.querySelector("input[type=search]");
const boxes = [...document.querySelectorAll("input[type=checkbox]")];
const articles = [...document.querySelectorAll("article")].map((article) => [article, article.textContent.toLowerCase()]);

function show() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let count = 0;
  for (const [article, text] of articles) {
    article.hidden = !kinds.has(article.dataset.callers) || !words.every((word) => text.includes(word));
    count += article.hidden ? 0 : 1;
  }
  document.querySelector("output").textContent = `${count} of ${articles.length} shown`;
}

document.querySelector("form").addEventListener("input", show);
document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
show();
