// Searches the index in this script's folder, as Sources/Search does (Sources/Search/FORMAT.md).
(() => {
  'use strict';
  const base = new URL('.', document.currentScript.src);
  const files = new Map();
  const encoder = new TextEncoder();

  // Files: each is requested once.

  function file(name) {
    if (!files.has(name)) {
      files.set(name, fetch(new URL(name, base), { cache: name === 'manifest.txt' ? 'no-cache' : 'default' }).then(async (answer) => {
        if (!answer.ok) throw new Error(name);
        return new Uint8Array(await answer.arrayBuffer());
      }));
    }
    return files.get(name);
  }

  const parsed = new WeakMap();
  async function read(name, parse) {
    const bytes = await file(name);
    if (!parsed.has(bytes)) parsed.set(bytes, parse(bytes));
    return parsed.get(bytes);
  }

  const text = (bytes) => new TextDecoder().decode(bytes);
  /** One character for each byte, so that strings sort by their bytes. */
  const binary = (string) => String.fromCharCode(...encoder.encode(string));
  const unbinary = (string) => text(Uint8Array.from(string, (character) => character.charCodeAt(0)));

  // Manifest

  function manifest() {
    return read('manifest.txt', (bytes) => {
      const lines = text(bytes).split('\n');
      if (lines[0] !== 'sennight-search 1') throw new Error('manifest.txt');
      const index = { levels: [], blocks: [], starts: [0] };
      for (const line of lines.slice(1)) {
        const [key, ...values] = line.split(' ');
        if (key === 'level') index.levels.push({ starts: values[0].split(',').map(Number), names: values[1] });
        else index[key] = values.filter((value) => value);
      }
      index.records = +index.records[0];
      index.years = index.years.map((pair) => pair.split(':').map(Number));
      index.weights = index.weights.map(Number);
      index.common = new Set(index.common);
      index.frequent = new Set(index.frequent);
      index.bounds = index.bounds.map(binary);
      index.spelling = new Map(index.spelling.map((pair) => pair.split(':')));
      const counts = (index.blocks[0] || '').split('!');
      index.blocks = [];
      counts.forEach((issue, number) => {
        const hash = index['block-names'][0].substr(number * 4, 4);
        for (let position = 0; position < issue.length; position++) {
          index.blocks.push(`d-${hash}-${position}.txt`);
          index.starts.push(index.starts.at(-1) + issue.charCodeAt(position) - 48);
        }
      });
      return index;
    });
  }

  /** The position of the last of some sorted values that isn't greater than one. */
  function lastNotAfter(values, value) {
    let low = 1;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  // Shards

  /** Reads numbers and forms. */
  function cursor(bytes) {
    let form = '';
    const self = {
      position: 0,
      number() {
        let result = 0;
        for (let unit = 1; ; unit *= 128) {
          if (self.position >= bytes.length) throw new Error('end');
          const byte = bytes[self.position++];
          result += (byte & 127) * unit;
          if (byte < 128) return result;
        }
      },
      form() {
        const shared = self.number();
        const length = self.number();
        form = form.slice(0, shared) + String.fromCharCode(...bytes.subarray(self.position, self.position += length));
        return form;
      },
    };
    return self;
  }

  function shard(bytes) {
    if (!bytes.length) return { forms: [], groups: [], postings: () => [] };
    const reader = cursor(bytes);
    const start = reader.number();
    const forms = [];
    const groups = [];
    let known = 0;
    for (let count = reader.number(); count > 0; count--) {
      forms.push(reader.form());
      const group = known - reader.number();
      groups.push(group);
      if (group === known) known++;
    }
    const ends = [];
    let end = 0;
    for (let count = reader.number(); count > 0; count--) ends.push(end += reader.number());
    const origin = reader.position;
    if (origin + end !== bytes.length) throw new Error('length');
    return {
      forms,
      groups,
      /** `[record, code]` of all records of a group. */
      postings(group) {
        const list = [];
        reader.position = origin + (group ? ends[group - 1] : 0);
        for (let record = start; reader.position < origin + ends[group];) {
          const number = reader.number();
          record += Math.floor(number / 8);
          list.push([record, number % 8]);
        }
        return list;
      },
    };
  }

  async function shards(index, first, last, use) {
    const names = [];
    for (const { starts, names: hashes } of index.levels) {
      const position = (finest) => (starts[0] ? Math.floor(finest / starts[0]) : lastNotAfter(starts, finest));
      for (let number = position(first); number <= position(last); number++) {
        names.push(`t-${hashes.substr((number >> 2) * 4, 4)}-${number & 3}.txt`);
      }
    }
    (await Promise.all(names.map((name) => read(name, shard)))).forEach(use);
  }

  // Words

  /** Logarithm in 64ths of a bit. */
  function log(number) {
    const bits = 31 - Math.clz32(number);
    return 64 * bits + Math.floor(number * 64 / 2 ** bits) - 64;
  }

  /** Adds to a list of `record → value` what is greater than its own values. */
  function take(list, postings, index, halved) {
    const frequency = Math.max(1, log(Math.max(1, index.records)) - log(Math.max(1, postings.length)));
    for (const [record, code] of postings) {
      const value = Math.floor(frequency * index.weights[code] / (halved ? 2 : 1));
      if (!(list.get(record) >= value)) list.set(record, value);
    }
  }

  async function exact(index, form, forms = new Set()) {
    const list = [];
    const number = lastNotAfter(index.bounds, form);
    await shards(index, number, number, (shard) => {
      const position = shard.forms.indexOf(form);
      if (position < 0) return;
      const group = shard.groups[position];
      shard.forms.forEach((other, at) => { if (shard.groups[at] === group) forms.add(other); });
      list.push(...shard.postings(group));
    });
    return list;
  }

  async function prefixed(index, prefix, forms) {
    const first = lastNotAfter(index.bounds, prefix);
    const last = lastNotAfter(index.bounds, prefix + '\xff');
    const codes = new Map();
    if (last - first >= 6) return [];
    await shards(index, first, last, (shard) => {
      const groups = new Set();
      shard.forms.forEach((form, at) => {
        if (form.startsWith(prefix)) {
          groups.add(shard.groups[at]);
          forms.add(form);
        }
      });
      const own = shard.forms.indexOf(prefix);
      if (own >= 0) groups.delete(shard.groups[own]);
      for (const group of groups) {
        for (const [record, code] of shard.postings(group)) {
          if (!(codes.get(record) >= code)) codes.set(record, code);
        }
      }
    });
    return [...codes];
  }

  /** The records of a word with what each adds to its score; `forms` collects what matched. */
  async function words(index, { form, isPrefix }, forms, corrects = true) {
    const list = new Map();
    take(list, await exact(index, form, forms), index);
    if (isPrefix || !list.size) take(list, await prefixed(index, form, forms), index, true);
    if (corrects && !list.size && form.length >= 5) {
      for (const other of await corrections(index, form)) take(list, await exact(index, other, forms), index, true);
    }
    return list;
  }

  async function corrections(index, form) {
    const hash = index.spelling.get(form[0] >= 'a' && form[0] <= 'z' ? form[0] : '*');
    if (!hash) return [];
    const known = await read(`s-${hash}-0.txt`, (bytes) => {
      const reader = cursor(bytes);
      return Array.from({ length: reader.number() }, () => [reader.form(), reader.number()]);
    });
    const letters = [...unbinary(form)];
    const limit = letters.length >= 9 ? 2 : 1;
    return known
      .filter(([other]) => other !== form && Math.abs(other.length - form.length) <= limit * 3)
      .map(([other, size]) => ({ other, size, distance: distance(letters, [...unbinary(other)], limit) }))
      .filter((found) => found.distance <= limit)
      .sort((a, b) => a.distance - b.distance || b.size - a.size || (a.other < b.other ? -1 : 1))
      .slice(0, 3)
      .map((found) => found.other);
  }

  /** Letters to insert, remove, change or swap with the next; `limit + 1` where there are more than `limit`. */
  function distance(first, second, limit) {
    if (Math.abs(first.length - second.length) > limit) return limit + 1;
    let before = [];
    let last = Array.from({ length: second.length + 1 }, (_, position) => position);
    for (let i = 0; i < first.length; i++) {
      const row = [i + 1];
      for (let j = 0; j < second.length; j++) {
        let best = Math.min(last[j] + (first[i] === second[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1);
        if (i && j && first[i] === second[j - 1] && first[i - 1] === second[j]) best = Math.min(best, before[j - 1] + 1);
        row.push(best);
      }
      if (Math.min(...row) > limit) return limit + 1;
      before = last;
      last = row;
    }
    return last[second.length];
  }

  // Tokens

  const spaceless = '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3041-\\u30FF\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}';
  const runs = new RegExp(`[${spaceless}]+|(?:(?![${spaceless}])[\\p{L}\\p{N}\\p{M}]|(?<=[0-9])\\.(?=[0-9]))+`, 'gu');
  const isSpaceless = new RegExp(`^[${spaceless}]`, 'u');
  const wordHere = new RegExp(`[${spaceless}\\p{L}\\p{N}\\p{M}]`, 'uy');
  const marks = /[\u0300-\u036F\u0591-\u05C7\u064B-\u0652\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\u3099\u309A]/g;
  const letters = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ς: 'σ' };

  function fold(string) {
    return Array.from(string.normalize('NFKD').replace(marks, ''), (character) => character.toLowerCase()).join('')
      .replace(/[ßæœøłđς]/g, (letter) => letters[letter]);
  }

  /** Tokens of folded text: `{form, covered}`, as the index has them except for last characters of runs without spaces. */
  function tokens(folded) {
    const found = [];
    let previous;
    let joined;
    const isWord = (at) => {
      wordHere.lastIndex = at;
      return wordHere.test(folded);
    };
    const emit = (start, end, covered = 0) => found.push({ form: folded.slice(start, end), covered });
    runs.lastIndex = 0;
    for (let match; (match = runs.exec(folded));) {
      const start = match.index;
      let end = runs.lastIndex;
      if (isSpaceless.test(match[0])) {
        const characters = [...match[0]];
        if (characters.length === 1) emit(start, end);
        for (let at = 1; at < characters.length; at++) {
          found.push({ form: characters[at - 1] + characters[at], covered: 0 });
        }
        previous = null;
        continue;
      }
      const count = [...match[0]].length;
      if (folded.startsWith('++', end) && !isWord(end + 2)) end += 2;
      else if (folded[end] === '#' && count <= 2 && !/[0-9]/.test(folded[end - 1]) && !isWord(end + 1)) end += 1;
      runs.lastIndex = end;
      if (count > 40) {
        previous = null;
        continue;
      }
      emit(start, end);
      const before = folded[start - 1];
      const outer = folded[start - 2];
      const follows = (gap) => previous && previous.end === start - gap;
      joined = before === '_' && follows(1) ? [joined[0], joined[1] + 1] : [start, 1];
      if (joined[1] > 1 && !(folded[end] === '_' && isWord(end + 1))) emit(joined[0], end, joined[1]);
      if (before === '.' && !/[0-9]/.test(folded[start]) && (!outer || ' ("'.includes(outer))) emit(start - 1, end, 1);
      else if (before === '[' && outer === '#') emit(start - 2, end, 1);
      else if (before === '[' && outer === '!' && folded[start - 3] === '#') emit(start - 3, end, 1);
      else if (before === '<' && follows(1) && folded[end] === '>') emit(previous.start, end + 1, 2);
      else if (before === '/' && follows(1) && folded[end] !== '/' && !'/.'.includes(folded[previous.start - 1] || ' ')) emit(previous.start, end, 2);
      else if (before === ':' && outer === ':' && follows(2)) emit(previous.start, end, 2);
      previous = { start, end };
      const contraction = /^['\u2019]([a-z]{1,2})(?![a-z])/.exec(folded.slice(end, end + 4));
      if (contraction && !isWord(end + contraction[0].length)) runs.lastIndex = end + contraction[0].length;
    }
    return found;
  }

  // Queries

  function parse(string, isTyping) {
    const query = { words: [], compounds: [], excluded: [], phrases: [], filters: [] };
    const characters = Array.from(string).slice(0, 256);
    const blank = (at) => /\p{White_Space}/u.test(characters[at]);
    let position = 0;
    let endsInWord = false;
    while (position < characters.length) {
      if (blank(position)) {
        endsInWord = false;
        position++;
        continue;
      }
      const isNegated = characters[position] === '-' && characters[position + 1] !== '-';
      if (isNegated) position++;
      const rest = characters.slice(position).join('');
      const field = (/^(site|section|tag|year|issue):(?=\P{White_Space})/iu.exec(rest) || [''])[0];
      position += field.length;
      let value;
      const close = characters[position] === '"' ? characters.indexOf('"', position + 1) : -1;
      if (close >= 0) {
        value = characters.slice(position + 1, close).join('');
        position = close + 1;
      } else {
        if (characters[position] === '"') position++;
        const start = position;
        while (position < characters.length && !blank(position)) position++;
        value = characters.slice(start, position).join('');
      }
      endsInWord = false;
      const test = field && filter(field.slice(0, -1).toLowerCase(), value);
      if (test) {
        query.filters.push({ ...test, isNegated });
        continue;
      }
      const found = tokens(fold(field + value));
      if (isNegated) {
        const excluded = [];
        for (const { form, covered } of found) {
          if (covered) excluded.splice(-covered);
          excluded.push(binary(form));
        }
        query.excluded = [...query.excluded, ...excluded].slice(0, 16);
        continue;
      }
      const first = query.words.length;
      const phrase = [];
      for (const { form, covered } of found) {
        const count = query.words.length;
        if (!covered && count < 16) {
          query.words.push({ form: binary(form) });
          phrase.push(form);
        } else if (covered && close < 0 && count - covered >= first && count < 16) {
          query.compounds.push({ form: binary(form), from: count - covered, to: count });
        }
      }
      if (close >= 0 && phrase.length > 1) query.phrases.push(phrase);
      endsInWord = close < 0;
    }
    if (isTyping && endsInWord && query.words.length) {
      query.words.at(-1).isPrefix = true;
      for (const compound of query.compounds) compound.isPrefix = compound.to === query.words.length;
    }
    return query;
  }

  function filter(field, value) {
    const number = (digits) => (/^[0-9]{1,6}$/.test(digits) ? +digits : null);
    const folded = fold(value);
    if (field === 'site' || field === 'tag') {
      const form = folded.split(' ').filter((part) => part).join('-');
      return form && { form: binary(`@${field}:${form}`) };
    }
    if (field === 'section') return folded && { section: folded };
    if (field === 'issue') return number(value) !== null && { issue: number(value) };
    const dots = value.indexOf('..');
    if (dots < 0) return number(value) !== null && { from: number(value), to: number(value) };
    const [from, to] = [value.slice(0, dots), value.slice(dots + 2)];
    const years = { from: from ? number(from) : 0, to: to ? number(to) : 9999 };
    return years.from !== null && years.to !== null && years.from <= years.to && years;
  }

  /** Which section and issue each record is in: runs `[first record, section, issue]`. */
  function facets(index) {
    return read(`f-${index.facets[0]}-0.txt`, (bytes) => {
      const [titles, ...lines] = text(bytes).split('\n');
      const table = { sections: titles.split('\t'), issues: [], runs: [], starts: [] };
      let record = 0;
      for (const line of lines) {
        const [number, date, runs] = line.split('\t');
        if (runs === undefined) continue;
        table.issues.push({ number: number && +number, date });
        for (const run of runs.split(' ')) {
          const [section, count] = run.split('*').map(Number);
          if (!count) continue;
          table.runs.push([record, section, table.issues.length - 1]);
          table.starts.push(record);
          record += count;
        }
      }
      return table;
    });
  }

  /** A test of records by the query's filters and excluded words. */
  async function filters(index, query) {
    const tests = [];
    for (const { form, section, issue, from, to, isNegated } of query.filters) {
      let test;
      if (form !== undefined) {
        const records = new Set((await exact(index, form)).map(([record]) => record));
        test = (record) => records.has(record);
      } else if (from !== undefined) {
        const starts = index.years.map((pair) => pair[1]);
        test = (record) => {
          const year = index.years[lastNotAfter(starts, record)][0];
          return year >= from && year <= to;
        };
      } else {
        const table = await facets(index);
        const isMeant = table.sections.map((title) => section && fold(title).includes(section));
        test = (record) => {
          const run = table.runs[lastNotAfter(table.starts, record)];
          return section ? isMeant[run[1]] : table.issues[run[2]].number === issue;
        };
      }
      tests.push((record) => test(record) !== isNegated);
    }
    for (const form of query.excluded) {
      const records = new Set((await exact(index, form)).map(([record]) => record));
      tests.push((record) => !records.has(record));
    }
    return (record) => tests.every((test) => test(record));
  }

  // Results

  async function lists(index, query, forms) {
    const covered = new Set();
    const found = [];
    const optional = [];
    for (const compound of query.compounds) {
      const list = await words(index, compound, forms, false);
      if (!list.size) continue;
      if (/[_:]/.test(compound.form)) {
        optional.push(list);
        continue;
      }
      found.push(list);
      for (let word = compound.from; word < compound.to; word++) covered.add(word);
    }
    const left = query.words.filter((_, word) => !covered.has(word));
    const rare = left.filter((word) => word.isPrefix || !index.common.has(unbinary(word.form)));
    const seen = new Map();
    for (const word of rare.length || found.length ? rare : left) seen.set(word.form + (word.isPrefix ? '*' : ''), word);
    await Promise.all([...seen.values()].map(async (word) => {
      const isOptional = !word.isPrefix && index.frequent.has(unbinary(word.form));
      (isOptional ? optional : found).push(await words(index, word, forms));
    }));
    return found.length ? [found, optional] : [optional, []];
  }

  /**
   * The records that match, in order, and those shown.
   *
   * `{total, matchesAny, records, hits, forms}`; `forms` are the matched words.
   */
  async function search(string, { isTyping = false, byDate = false, limit = 10 } = {}) {
    const query = parse(string, isTyping);
    const forms = new Set();
    if (!query.words.length && !query.filters.length) return { total: 0, records: [], hits: [], forms };
    const index = await manifest();
    const [[all, optional], allows] = await Promise.all([lists(index, query, forms), filters(index, query)]);
    const score = (record, sum) => sum * (512 + Math.floor(16 * record / Math.max(1, index.records)));
    let matches = [];
    let matchesAny = false;
    if (!query.words.length) {
      for (let record = 0; record < index.records; record++) if (allows(record)) matches.push([record, 0]);
    } else {
      const sums = new Map();
      for (const list of all) {
        for (const [record, value] of list) {
          const sum = sums.get(record);
          sums.set(record, sum ? [sum[0] + value, sum[1] + 1] : [value, 1]);
        }
      }
      const any = [...sums].filter(([record]) => allows(record));
      matches = any.filter(([, sum]) => sum[1] === all.length);
      if (matches.length < 10 && all.length > 1) {
        matchesAny = any.length > matches.length;
        matches = any;
      }
      matches = matches.map(([record, sum]) => [record, score(record, optional.reduce((total, list) => total + (list.get(record) || 0), sum[0]))]);
    }
    matches.sort((a, b) => (byDate ? 0 : b[1] - a[1]) || b[0] - a[0]);
    let hits = [];
    if (query.phrases.length) {
      const found = [];
      const candidates = matches.slice(0, 300);
      for (let at = 0; at < candidates.length; at += 20) {
        const some = candidates.slice(at, at + 20);
        const documents = await Promise.all(some.map(([record]) => hit(index, record)));
        some.forEach((match, number) => {
          const title = tokens(fold(documents[number].title)).filter((token) => !token.covered).map((token) => token.form);
          const isMeant = query.phrases.every((phrase) => title.some((_, start) => phrase.every((word, offset) => title[start + offset] === word)));
          if (!isMeant) return;
          found.push(match);
          if (hits.length < limit) hits.push(documents[number]);
        });
      }
      matches = found;
      matchesAny = false;
    } else {
      hits = await Promise.all(matches.slice(0, limit).map(([record]) => hit(index, record)));
    }
    return { total: matches.length, matchesAny, records: matches.map((match) => match[0]), hits, forms: new Set([...forms].map(unbinary)) };
  }

  async function hit(index, record) {
    const block = lastNotAfter(index.starts, record);
    const lines = await read(index.blocks[block], (bytes) => {
      const hits = [];
      let issue;
      let section;
      for (const line of text(bytes).split('\n').slice(0, -1)) {
        const fields = line.slice('#='.includes(line[0]) ? 1 : 0).split('\t');
        if (line[0] === '#') [issue, section] = [fields, null];
        else if (line[0] === '=') section = fields;
        else {
          const [title, url, anchor] = fields;
          const id = anchor ? `e${anchor}${anchor.endsWith('-') ? section[0] : ''}` : section[0];
          hits.push({
            title: title.replace(/^ /, ''),
            url: !url || url.includes('://') ? url : `https://${url}`,
            section: section[1],
            number: issue[0],
            date: issue[1],
            issue: issue[3],
            path: `${issue[2]}#${id}`,
          });
        }
      }
      return hits;
    });
    const found = lines[record - index.starts[block]];
    if (!found) throw new Error(index.blocks[block]);
    return { record, ...found };
  }

  /** How many of some records are in each section and year, the most first and the newest first. */
  async function counts(records) {
    const index = await manifest();
    const table = await facets(index);
    const starts = index.years.map((pair) => pair[1]);
    const [sections, years] = [new Map(), new Map()];
    const add = (counts, key) => counts.set(key, (counts.get(key) || 0) + 1);
    for (const record of records) {
      add(sections, table.runs[lastNotAfter(table.starts, record)][1]);
      add(years, index.years[lastNotAfter(starts, record)][0]);
    }
    return {
      sections: [...sections].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([section, count]) => [table.sections[section], count]),
      years: [...years].sort((a, b) => b[0] - a[0]),
    };
  }

  globalThis.sennightSearch = { search, counts };

  // The field and the page of results

  const field = document.getElementById('Search');
  if (!field) return;
  const page = document.getElementById('Results');
  const list = document.getElementById('SearchHits');
  const status = document.getElementById('SearchStatus');
  const said = field.dataset;
  let shown = 10;
  let turn = 0;
  let byDate = false;
  let timer;

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  /** A title with its matched words marked; whatever it holds stays text. */
  function marked(title, forms) {
    return title.split(/([\p{L}\p{N}\p{M}_]+[+#]*)/u).map((part, at) => {
      const isFound = at % 2 && tokens(fold(part)).some(({ form }) => forms.has(form));
      return isFound ? element('mark', {}, part) : part;
    });
  }

  const place = (hit) => said.root + hit.path;
  const host = (url) => (url ? new URL(url, location).host.replace(/^www\./, '') : '');
  const details = (hit, issue) => element('p', { className: 'where' },
    ...[host(hit.url), hit.section].filter((part) => part).flatMap((part) => [element('span', {}, part), ' ']),
    issue, ' ', element('time', { dateTime: hit.date }, hit.date));

  /** Runs a search; after a fault once more, as the site may have been published anew. */
  async function found(query, options) {
    try {
      return await search(query, options);
    } catch {
      files.clear();
      return search(query, options);
    }
  }

  async function update(isTyping) {
    clearTimeout(timer);
    const query = field.value.trim();
    const mine = ++turn;
    if ([...query].length < 2 && !isSpaceless.test(query)) return query && !isTyping ? say(said.none, []) : close();
    const options = { isTyping: isTyping && /\S$/.test(field.value), byDate, limit: isTyping ? 6 : shown };
    let results;
    let groups;
    try {
      results = await found(query, options);
      if (page && !isTyping && results.total) groups = await counts(results.records);
    } catch {
      if (mine === turn) say(said.broken, []);
      return;
    }
    if (mine !== turn) return;
    const count = said.count.replace('{count}', results.total);
    const note = results.matchesAny ? ` ${said.any}` : '';
    say(results.total ? count + note : said.none, results.hits);
    if (page) showPage(query, results, groups);
    else showList(results);
    if (isTyping && page) timer = setTimeout(update, 600);
  }

  /** Announces a sentence with the first titles. */
  function say(sentence, hits) {
    const titles = hits.slice(0, 3).map((hit) => hit.title);
    status.replaceChildren(sentence, element('span', { className: 'unseen' }, ` ${titles.join('; ')}`));
    if (!hits.length) close();
    // Without hits the sentence takes the list's position.
    if (!page) status.classList.toggle('unseen', hits.length > 0);
  }

  function close() {
    if (!page) status.classList.add('unseen');
    else if (!field.value.trim()) status.replaceChildren();
    if (page) page.replaceChildren();
    if (!list) return;
    list.hidden = true;
    field.ariaExpanded = false;
    field.removeAttribute('aria-activedescendant');
  }

  function showPage(query, results, groups) {
    const address = (words, date = byDate) => `?${new URLSearchParams({ q: words, ...(date && { order: 'date' }) })}`;
    history.replaceState(null, '', address(query));
    if (!results.total) return;
    const items = results.hits.map((hit) => element('li', {},
      element('a', { className: 'what', href: hit.url || place(hit) }, ...marked(hit.title, results.forms)),
      details(hit, element('a', { href: place(hit) }, hit.issue))));
    const narrowed = (name, key, values) => element('details', { open: innerWidth > 990 }, element('summary', {}, name), element('ul', {},
      ...values.map(([value, count]) => element('li', {},
        element('a', { href: address(`${query} ${key}:"${value}"`) }, value), ` ${count}`))));
    const parts = [element('p', {}, element('a', { href: address(query, !byDate) }, byDate ? said.relevance : said.date)),
      element('ol', { className: 'results' }, ...items)];
    if (results.total > shown) {
      const more = element('button', { className: 'button' }, said.more);
      more.onclick = () => {
        shown += 20;
        update();
      };
      parts.push(more);
    }
    if (groups) parts.push(element('div', { className: 'facets' }, narrowed(said.sections, 'section', groups.sections), narrowed(said.years, 'year', groups.years)));
    page.replaceChildren(...parts);
  }

  // The list below the field on other pages (a combobox, ARIA Authoring Practices)

  function showList(results) {
    list.replaceChildren(...results.hits.map((hit, at) => {
      const option = element('li', { id: `SearchHit${at}`, role: 'option', ariaSelected: false }, element('span', { className: 'what' }, ...marked(hit.title, results.forms)),
        details(hit, element('span', {}, hit.issue)));
      option.dataset.href = place(hit);
      return option;
    }));
    list.hidden = !results.hits.length;
    field.ariaExpanded = !list.hidden;
  }

  function choose(option) {
    if (!option) return;
    close();
    location.href = option.dataset.href;
  }

  function move(step) {
    const options = [...list.children];
    const now = options.findIndex((option) => option.id === field.getAttribute('aria-activedescendant'));
    const next = options[(now + step + options.length + (now < 0 && step < 0)) % options.length];
    options.forEach((option) => { option.ariaSelected = option === next; });
    field.setAttribute('aria-activedescendant', next.id);
    next.scrollIntoView({ block: 'nearest' });
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    shown = 10;
    // A word that has just been begun means too much to be worth requests while more is typed.
    timer = setTimeout(update, /(^|\s)\w{0,3}$/.test(field.value) ? 180 : 60, true);
  });
  field.addEventListener('keydown', (event) => {
    const isOpen = list && !list.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      // The browser empties the field; the first press only closes the results.
      if (isOpen) event.preventDefault();
      turn++;
      clearTimeout(timer);
      close();
    } else if (isOpen && step) {
      event.preventDefault();
      move(step);
    } else if (isOpen && event.key === 'Enter' && field.hasAttribute('aria-activedescendant')) {
      event.preventDefault();
      choose(document.getElementById(field.getAttribute('aria-activedescendant')));
    }
  });
  if (page) {
    field.form.addEventListener('submit', (event) => {
      event.preventDefault();
      update();
    });
    const given = new URLSearchParams(location.search);
    field.value ||= given.get('q') || '';
    byDate = given.get('order') === 'date';
  } else {
    field.addEventListener('blur', close);
    list.onmousedown = (event) => event.preventDefault();
    list.onclick = (event) => choose(event.target.closest('li'));
  }
  if (field.value) update(!page);
})();
