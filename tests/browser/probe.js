// Uses the page as a reader would and writes what was seen into the page, for the test to read.
(function () {
  'use strict';
  var seen = { violations: [], errors: [], resources: [], tables: {} };
  document.addEventListener('securitypolicyviolation', function (event) { seen.violations.push(event.violatedDirective); });
  window.addEventListener('error', function (event) { seen.errors.push(String(event.message)); });

  function texts(row) {
    return Array.prototype.map.call(row.cells, function (cell) {
      var summary = cell.querySelector('summary');
      return (summary || cell).textContent.replace(/\s+/g, ' ').trim();
    });
  }
  function rows(box) { return Array.prototype.map.call(box.querySelector('tbody').rows, texts); }
  function details(box) { return Array.prototype.map.call(box.querySelectorAll('tbody tr:not(.total)'), texts); }
  function button(box, text) {
    return Array.prototype.find.call(box.querySelectorAll('button'), function (b) { return b.textContent === text; });
  }
  // Every row of a table, whatever number of pages it has.
  function all(box, rows) {
    var tools = box.querySelector('.tools');
    var buttons = tools ? tools.querySelectorAll('button') : [];
    if (!buttons.length) return rows(box);
    var next = buttons[1], found = [];
    for (var guard = 0; guard < 10000; guard++) {
      found = found.concat(rows(box));
      if (next.disabled) break;
      next.click();
    }
    while (!buttons[0].disabled) buttons[0].click();
    return found;
  }
  function sorts(box) {
    var made = [];
    box.querySelectorAll('thead th').forEach(function (head, at) {
      var sort = head.querySelector('button');
      if (!sort) return;
      sort.focus();
      var focused = document.activeElement === sort;
      sort.click();
      var first = { state: head.getAttribute('aria-sort'), rows: all(box, details).map(function (row) { return row[at]; }) };
      sort.click();
      var second = { state: head.getAttribute('aria-sort'), rows: all(box, details).map(function (row) { return row[at]; }) };
      made.push({ heading: sort.textContent, number: head.classList.contains('n'), focused: focused, first: first, second: second });
    });
    return made;
  }
  function filter(box, text) {
    var field = box.querySelector('input[type=search]');
    if (!field) return null;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    var found = { rows: all(box, rows), status: box.querySelector('[role=status]').textContent };
    field.value = 'tidak ada yang seperti ini zzz';
    field.dispatchEvent(new Event('input'));
    found.none = { rows: rows(box).length, status: box.querySelector('[role=status]').textContent };
    field.value = '';
    field.dispatchEvent(new Event('input'));
    found.again = all(box, rows).length;
    return found;
  }
  document.querySelectorAll('div.table').forEach(function (box) {
    var before = all(box, rows);
    var word = (before[0] || [''])[0].split(' ')[0];
    seen.tables[box.id] = {
      rows: before,
      sorts: sorts(box),
      filter: filter(box, word),
      word: word,
      status: (box.querySelector('[role=status]') || {}).textContent || ''
    };
  });
  var opened = 0;
  document.querySelectorAll('th details').forEach(function (details) {
    details.querySelector('summary').click();
    if (details.open && details.querySelector('.origin').textContent.trim()) opened++;
  });
  seen.details = { all: document.querySelectorAll('th details').length, opened: opened };
  seen.charts = Array.prototype.map.call(document.querySelectorAll('figure.chart svg[role=img]'), function (svg) {
    var box = svg.getBoundingClientRect();
    return { title: svg.querySelector('title').textContent, desc: svg.querySelector('desc').textContent, width: box.width, height: box.height };
  });
  seen.headings = Array.prototype.map.call(document.querySelectorAll('h1,h2,h3,h4'), function (h) { return h.tagName; });
  seen.anchors = Array.prototype.filter.call(document.querySelectorAll('a[href^="#"]'), function (a) {
    return !document.getElementById(a.getAttribute('href').slice(1));
  }).map(function (a) { return a.getAttribute('href'); });
  var ids = {};
  seen.repeated = [];
  document.querySelectorAll('[id]').forEach(function (e) { if (ids[e.id]) seen.repeated.push(e.id); ids[e.id] = true; });
  seen.quote = (document.querySelector('.quote blockquote') || {}).textContent || '';
  seen.wide = document.documentElement.scrollWidth > window.innerWidth;
  seen.resources = performance.getEntriesByType('resource').map(function (entry) { return entry.name; });
  seen.body = document.body.id;
  seen.lang = document.documentElement.lang;
  setTimeout(function () {
    var out = document.createElement('pre');
    out.id = 'probe';
    out.textContent = '@@BEGIN@@' + encodeURIComponent(JSON.stringify(seen)) + '@@END@@';
    document.body.appendChild(out);
  }, 0);
})();
