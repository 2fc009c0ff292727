'use strict';
// Sorting, filtering and pages for tables. Everything is set as text, nothing as markup.
(function () {
  var PAGE = 50;
  // A table of no more rows is printed whole.
  var PRINTED = 500;
  var lang = document.documentElement.lang;
  var words = JSON.parse(document.getElementById('page-labels').textContent);
  var collator = new Intl.Collator(lang, { numeric: true });
  var number = new Intl.NumberFormat(lang === 'id' ? 'id-ID' : 'en-GB');

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // A row of the page: what it is found by and sorted by.
  function rowInPage(tr) {
    var cells = Array.prototype.slice.call(tr.cells);
    return {
      tr: tr,
      total: tr.classList.contains('total'),
      find: tr.textContent.toLowerCase(),
      cells: cells.map(function (cell) {
        var summary = cell.querySelector('summary');
        var key = cell.getAttribute('data-key');
        return { text: (summary || cell).textContent.trim(), key: key === null ? null : Number(key), unknown: !!cell.querySelector('i') };
      })
    };
  }

  // A row of the data block; its element is made when it is shown.
  function rowOfData(data, rules, columns) {
    var cells = data[0].map(function (cell) {
      var key = cell[2];
      return { text: cell[0], range: cell[1] || '', key: key === undefined || key === null ? null : Number(key), unknown: cell[3] === 1 };
    });
    var rule = data[1] === null ? '' : rules[data[1]];
    return {
      tr: null,
      total: false,
      find: cells.map(function (c) { return c.text + ' ' + c.range; }).concat(data[2]).join(' ').toLowerCase(),
      cells: cells,
      make: function () { return rowElement(cells, rule, data[2], columns); }
    };
  }

  function rowElement(cells, rule, parts, columns) {
    var tr = element('tr');
    tr.setAttribute('role', 'row');
    cells.forEach(function (cell, at) {
      var made = element(at === 0 ? 'th' : 'td', at > 0 && columns[at].number ? 'n' : /\S{27}/.test(cell.text) ? 'long' : '');
      made.setAttribute('role', at === 0 ? 'rowheader' : 'cell');
      if (at === 0) {
        made.scope = 'row';
        made.appendChild(rule || parts.length ? originElement(cell.text, rule, parts) : document.createTextNode(cell.text));
      } else {
        made.setAttribute('data-label', columns[at].heading);
        made.appendChild(cell.unknown ? element('i', '', cell.text) : document.createTextNode(cell.text));
        if (cell.range) {
          made.appendChild(document.createTextNode(' '));
          made.appendChild(element('small', '', cell.range));
        }
      }
      tr.appendChild(made);
    });
    return tr;
  }

  function originElement(text, rule, parts) {
    var details = element('details');
    details.appendChild(element('summary', '', text));
    var origin = element('div', 'origin');
    origin.appendChild(element('p', 'of', words.origin));
    if (rule) origin.appendChild(element('p', '', rule));
    if (parts.length) {
      var list = element('ul');
      parts.forEach(function (part) { list.appendChild(element('li', '', part)); });
      origin.appendChild(list);
    }
    details.appendChild(origin);
    return details;
  }

  // Cells without a value come last, whichever way is sorted.
  function compare(a, b, down) {
    var noA = a.unknown || a.text === '', noB = b.unknown || b.text === '';
    if (noA || noB) return noA === noB ? 0 : noA ? 1 : -1;
    var order = a.key !== null && b.key !== null ? a.key - b.key : collator.compare(a.text, b.text);
    return down ? -order : order;
  }

  function setUp(box) {
    var table = box.querySelector('table');
    var body = table.tBodies[0];
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    var columns = heads.map(function (head) {
      return { heading: head.textContent.trim(), number: head.classList.contains('n') };
    });
    var rows = Array.prototype.slice.call(body.rows).map(rowInPage);
    var more = box.querySelector('script.more');
    if (more) {
      var data = JSON.parse(more.textContent);
      rows = rows.concat(data.rows.map(function (row) { return rowOfData(row, data.rules, columns); }));
      more.remove();
    }
    var totals = rows.filter(function (row) { return row.total; });
    rows = rows.filter(function (row) { return !row.total; });
    var state = { shown: rows, page: 0, sorted: -1, down: false, asked: '' };
    var paged = rows.length > PAGE + 10;
    var status = element('p', 'status');
    status.setAttribute('role', 'status');
    var buttons = [];

    var printing = false, kept = 0;
    function show() {
      var pages = paged && !printing ? Math.max(1, Math.ceil(state.shown.length / PAGE)) : 1;
      state.page = Math.min(Math.max(state.page, 0), pages - 1);
      var from = paged && !printing ? state.page * PAGE : 0;
      var to = paged && !printing ? Math.min(from + PAGE, state.shown.length) : state.shown.length;
      var part = document.createDocumentFragment();
      state.shown.slice(from, to).forEach(function (row) {
        if (!row.tr) row.tr = row.make();
        part.appendChild(row.tr);
      });
      totals.forEach(function (row) { if (!state.asked) part.appendChild(row.tr); });
      body.replaceChildren(part);
      tell(from, to);
      if (previous) previous.disabled = state.page === 0;
      if (next) next.disabled = state.page >= pages - 1;
    }

    function tell(from, to) {
      if (!paged && !state.asked) { status.textContent = ''; return; }
      if (!state.shown.length) { status.textContent = words.none_match; return; }
      var text = words.rows_shown + ' ' + number.format(from + 1) + '–' + number.format(to) + ' ' + words.of + ' ' + number.format(state.shown.length);
      if (state.asked) text += ' (' + words.filtered + ' ' + number.format(rows.length) + ')';
      status.textContent = text;
    }

    function select() {
      var asked = state.asked.split(/\s+/).filter(Boolean);
      state.shown = rows.filter(function (row) {
        return asked.every(function (word) { return row.find.indexOf(word) >= 0; });
      });
      if (state.sorted >= 0) {
        state.shown = state.shown.slice().sort(function (a, b) {
          return compare(a.cells[state.sorted], b.cells[state.sorted], state.down);
        });
      }
      state.page = 0;
      show();
    }

    function sortBy(at) {
      // Numbers from the largest first, text from A first; once more turns it round.
      state.down = state.sorted === at ? !state.down : columns[at].number;
      state.sorted = at;
      heads.forEach(function (head, place) {
        head.setAttribute('aria-sort', place !== at ? 'none' : state.down ? 'descending' : 'ascending');
      });
      select();
    }

    if (table.hasAttribute('data-sortable')) {
      table.tHead.rows[0].setAttribute('data-label', words.sort_by + ':');
      heads.forEach(function (head, at) {
        var button = element('button', 'sort', columns[at].heading);
        button.type = 'button';
        button.title = words.sort_by + ': ' + columns[at].heading;
        button.addEventListener('click', function () { sortBy(at); });
        head.replaceChildren(button);
        head.setAttribute('aria-sort', 'none');
        buttons.push(button);
      });
    }
    // What scrolls by itself is reached by the keyboard too.
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    var bar = element('div', 'tools');
    var previous = null, next = null;
    if (table.hasAttribute('data-filterable')) {
      var label = element('label', '', words.filter + ' ');
      var field = element('input');
      field.type = 'search';
      field.autocomplete = 'off';
      field.addEventListener('input', function () {
        state.asked = field.value.trim().toLowerCase();
        select();
      });
      label.appendChild(field);
      bar.appendChild(label);
    }
    if (paged) {
      previous = element('button', '', words.previous);
      next = element('button', '', words.next);
      [[previous, -1], [next, 1]].forEach(function (pair) {
        pair[0].type = 'button';
        pair[0].addEventListener('click', function () { state.page += pair[1]; show(); });
        bar.appendChild(pair[0]);
      });
    }
    bar.appendChild(status);
    if (bar.childNodes.length > 1) box.insertBefore(bar, table);
    if (paged) {
      show();
      [['beforeprint', true], ['afterprint', false]].forEach(function (pair) {
        window.addEventListener(pair[0], function () {
          if (state.shown.length > PRINTED) return;
          printing = pair[1];
          if (printing) kept = state.page; else state.page = kept;
          show();
        });
      });
    }
  }

  document.querySelectorAll('div.table').forEach(setUp);
  document.documentElement.classList.add('scripted');
})();
