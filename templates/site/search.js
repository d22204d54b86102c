// The search of the site: finds words in any form among the stems that the index holds.
(function () {
  "use strict";
  var index = window.CICA_SEARCH;
  var form = document.getElementById("search");
  var query = document.getElementById("query");
  var results = document.getElementById("results");
  var count = document.getElementById("count");
  if (!index || !form) { return; }

  // Takes endings off a word as the index does; some letters always stay.
  function stemOf(word) {
    var before = "";
    while (word !== before) {
      before = word;
      for (var place = 0; place < index.endings.length; place += 1) {
        var ending = index.endings[place];
        if (word.length - ending.length >= index.shortest && word.endsWith(ending)) {
          word = word.slice(0, word.length - ending.length);
          break;
        }
      }
    }
    var last = word.slice(-1);
    return index.voiced[last] ? word.slice(0, -1) + index.voiced[last] : word;
  }

  function wordsOf(text) {
    var plain = text.toLowerCase();
    Object.keys(index.equal).forEach(function (letter) { plain = plain.split(letter).join(index.equal[letter]); });
    return plain.match(/[\p{L}\p{N}]+/gu) || [];
  }

  // A stem is found where one of the two begins with the other; what is short must be the same.
  function isFound(stem, other) {
    if (stem === other) { return true; }
    if (Math.min(stem.length, other.length) < index.shortest) { return false; }
    return stem.startsWith(other) || other.startsWith(stem);
  }

  function find(text) {
    var scores = new Map();
    var words = wordsOf(text);
    words.forEach(function (word, number) {
      var stem = stemOf(word);
      var found = new Map();
      index.stems.forEach(function (entry) {
        if (!isFound(stem, entry[0])) { return; }
        var weight = entry[0] === stem ? 2 : 1;
        entry[1].forEach(function (place) { found.set(place, Math.max(found.get(place) || 0, weight)); });
      });
      found.forEach(function (weight, place) {
        var inTitle = wordsOf(index.pages[place][0]).some(function (each) { return isFound(stem, stemOf(each)); });
        var score = scores.get(place) || { words: 0, weight: 0, last: -1 };
        if (score.last !== number) { score.words += 1; score.last = number; }
        score.weight += weight + (inTitle ? 3 : 0);
        scores.set(place, score);
      });
    });
    return Array.from(scores.keys())
      .filter(function (place) { return scores.get(place).words === words.length; })
      .sort(function (one, other) { return scores.get(other).weight - scores.get(one).weight || one - other; });
  }

  function isWanted(page) {
    return Array.from(form.querySelectorAll("select")).every(function (select, place) {
      return !select.value || page[3 + place].split(" ").indexOf(select.value) !== -1;
    });
  }

  function show() {
    var text = query.value.trim();
    var narrowed = Array.from(form.querySelectorAll("select")).some(function (select) { return select.value; });
    results.replaceChildren();
    if (!text && !narrowed) { count.textContent = ""; return; }
    var places = text ? find(text) : index.pages.map(function (_, place) { return place; });
    var wanted = places.filter(function (place) { return isWanted(index.pages[place]); });
    wanted.forEach(function (place) {
      var page = index.pages[place];
      var entry = document.createElement("li");
      var link = document.createElement("a");
      link.href = page[1];
      link.textContent = page[0];
      entry.append(link);
      if (page[2]) {
        var note = document.createElement("span");
        note.className = "beside";
        note.textContent = " " + page[2];
        entry.append(note);
      }
      results.append(entry);
    });
    count.textContent = wanted.length ? form.dataset.count.replace("{number}", wanted.length) : form.dataset.none;
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
  form.addEventListener("change", show);
  query.addEventListener("input", show);
  show();
}());
