// Sends chosen files in pieces, shows how far they are, and goes on where a cut line stopped.
// Enhancement only: without it the row's own form posts the file whole.
const PIECE = 1024 * 1024;
const LONGEST_PAUSE = 15_000;

document.querySelectorAll('[data-upload]').forEach(enhance);

function enhance(row) {
  const form = row.querySelector('.up-form');
  const input = form.elements.file;
  form.querySelector('button').hidden = true;
  form.querySelector('label').className = 'file';
  input.classList.add('vh');
  input.multiple = true;
  let waiting = Promise.resolve();
  input.addEventListener('change', () => {
    row.querySelectorAll('.up-form .err').forEach(old => old.remove());
    const transfers = [...input.files].map(file => new Transfer(row, file));
    input.value = '';
    for (const transfer of transfers) {
      waiting = waiting.then(() => transfer.run());
    }

    waiting = waiting.then(() => refresh(row, transfers));
  });
}

// The row as the server shows it now, without touching what is typed elsewhere on the page.
async function refresh(row, transfers) {
  if (row.querySelector('.up-run') || !transfers.some(transfer => transfer.receipt)) {
    return;
  }

  const answer = await fetch(location.href, { credentials: 'same-origin' }).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  const fresh = page?.getElementById(row.id);
  if (fresh && row.isConnected) {
    row.replaceWith(fresh);
    enhance(fresh);
  }
}

class Transfer {
  constructor(row, file) {
    this.row = row;
    this.file = file;
    this.api = row.dataset.upload;
    this.token = row.querySelector('[name="__csrf"]').value;
    this.memory = ['up', row.dataset.purpose, row.dataset.subject, row.dataset.slot, file.name, file.size, file.lastModified].join('/');
    this.offset = 0;
    this.show();
  }

  show() {
    const box = document.createElement('div');
    box.className = 'up-run';
    const name = document.createElement('strong');
    name.textContent = this.file.name;
    this.bar = document.createElement('progress');
    this.bar.max = Math.max(this.file.size, 1);
    this.bar.value = 0;
    this.bar.setAttribute('aria-label', `${this.file.name} 已传`);
    this.words = document.createElement('p');
    this.words.className = 'small num';
    this.pause = button('暂停', () => (this.stopped ? this.goOn() : this.hold('已暂停')));
    this.drop = button('放弃', () => this.giveUp());
    box.append(name, this.bar, this.words, this.pause, this.drop);
    this.row.querySelector('.up-form').before(box);
    this.box = box;
    this.say('等待上传');
  }

  async run() {
    try {
      this.at = await this.begin();
      while (!this.dropped && this.offset < this.file.size) {
        await this.patient(() => this.send());
      }

      if (!this.dropped) {
        this.say(`已传完 ${size(this.file.size)}，正在检查内容`);
        this.receipt = await this.patient(() => this.finish());
        localStorage.removeItem(this.memory);
        announce(`${this.file.name} 已收到`);
        this.arrived();
      }
    } catch (trouble) {
      this.fail(trouble);
    }
  }

  // An upload that an earlier visit to this page left unfinished, or a new one.
  async begin() {
    const known = localStorage.getItem(this.memory);
    if (known && await this.patient(() => this.ask(known))) {
      return known;
    }

    const { row, file } = this;
    const body = { name: file.name, size: file.size, mediaType: file.type, purpose: row.dataset.purpose, subject: row.dataset.subject, slot: row.dataset.slot };
    const key = unique();
    const started = await this.patient(() => this.call('POST', this.api, { 'Content-Type': 'application/json', 'Idempotency-Key': key }, JSON.stringify(body)));
    const at = started.headers.get('Location');
    localStorage.setItem(this.memory, at);
    return at;
  }

  async ask(at) {
    const answer = await fetch(at, { method: 'HEAD', credentials: 'same-origin' });
    if (answer.status >= 500) {
      throw new Interrupted();
    }

    this.offset = answer.ok ? Number(answer.headers.get('Upload-Offset')) : 0;
    this.showHowFar();
    return answer.ok;
  }

  async send() {
    if (this.doubtful) {
      if (!await this.ask(this.at)) {
        throw new Refused('这次上传隔得太久，已经清理了。请重新选择文件。');
      }

      this.doubtful = false;
      return;
    }

    const from = performance.now();
    const piece = this.file.slice(this.offset, this.offset + PIECE);
    this.doubtful = true;
    const answer = await this.call('PATCH', this.at, { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(this.offset) }, piece);
    this.doubtful = false;
    const sent = Number(answer.headers.get('Upload-Offset')) - this.offset;
    this.offset += sent;
    const speed = sent / Math.max(performance.now() - from, 1);
    this.speed = this.speed ? this.speed * 0.7 + speed * 0.3 : speed;
    this.showHowFar();
  }

  async finish() {
    const answer = await this.call('POST', `${this.at}/receipt`, { 'Idempotency-Key': this.key ??= unique() });
    return answer.json();
  }

  async call(method, address, headers, body) {
    const answer = await fetch(address, { method, body, credentials: 'same-origin', headers: { 'X-CSRF-TOKEN': this.token, ...headers }, signal: (this.abort = new AbortController()).signal });
    if (answer.ok) {
      return answer;
    }

    const problem = await answer.json().catch(() => ({}));
    if (answer.status >= 500 || answer.status === 429 || problem.code === 'UPLOAD_BUSY' || problem.code === 'UPLOAD_OFFSET_MISMATCH') {
      throw new Interrupted(answer.status >= 500 ? problem.detail : undefined);
    }

    throw new Refused(problem.detail ?? '没有传成。请刷新页面后再试。');
  }

  // Tries again for as long as only the line or the server is in the way.
  async patient(step) {
    for (let pause = 1000; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      await this.stopped?.promise;
      try {
        return await step();
      } catch (trouble) {
        if (this.dropped || trouble instanceof Refused) {
          throw trouble;
        }

        if (!this.stopped) {
          this.say(`${trouble instanceof Interrupted && trouble.message ? trouble.message : '连接断了'}，已传 ${size(this.offset)} / ${size(this.file.size)}，连上后自动接着传`);
          await Promise.race([delay(pause), once('online'), new Promise(go => (this.wake = go))]);
        }
      }
    }
  }

  hold(words) {
    this.stopped = {};
    this.stopped.promise = new Promise(go => (this.stopped.go = go));
    this.abort?.abort();
    this.pause.textContent = '继续';
    this.say(`${words}，已传 ${size(this.offset)} / ${size(this.file.size)}`);
    announce(`${this.file.name} ${words}`);
  }

  goOn() {
    const { go } = this.stopped;
    this.stopped = undefined;
    this.pause.textContent = '暂停';
    this.showHowFar();
    go();
  }

  async giveUp() {
    this.dropped = true;
    localStorage.removeItem(this.memory);
    this.abort?.abort();
    this.stopped?.go();
    this.wake?.();
    if (this.at) {
      await fetch(`${this.at}/withdrawal`, { method: 'POST', credentials: 'same-origin', headers: { 'X-CSRF-TOKEN': this.token, 'Idempotency-Key': unique() } }).catch(() => {});
    }

    this.box.remove();
    this.row.querySelector('[type=file]').focus();
  }

  fail(trouble) {
    if (this.dropped) {
      return;
    }

    localStorage.removeItem(this.memory);
    const words = document.createElement('p');
    words.className = 'err';
    words.setAttribute('role', 'alert');
    words.textContent = `${this.file.name}：${trouble instanceof Refused ? trouble.message : '没有传成。请刷新页面后再试。'}`;
    this.box.replaceWith(words);
    this.row.querySelector('.up-form').prepend(words);
  }

  arrived() {
    const line = document.createElement('li');
    line.textContent = `${this.receipt.name}，${size(this.receipt.size)}，已收到，SHA-256 ${this.receipt.sha256.slice(0, 12)}`;
    this.row.querySelector('.up-files').append(line);
    this.box.remove();
  }

  showHowFar() {
    this.bar.value = this.offset;
    const left = this.speed ? (this.file.size - this.offset) / this.speed / 1000 : 0;
    const time = left >= 60 ? `，约还要 ${Math.ceil(left / 60)} 分钟` : left >= 1 ? `，约还要 ${Math.ceil(left)} 秒` : '';
    this.say(`已传 ${Math.floor(this.offset * 100 / this.bar.max)}%（${size(this.offset)} / ${size(this.file.size)}）${time}`);
  }

  say(words) {
    this.words.textContent = words;
  }
}

class Refused extends Error {}
class Interrupted extends Error {}

function size(bytes) {
  return bytes < 1024 ? `${bytes} 字节` : bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function button(text, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'lnk small';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

function announce(words) {
  const voice = document.querySelector('[data-announce]');
  if (voice) {
    voice.textContent = words;
  }
}

// Not crypto.randomUUID, which plain http does not have.
function unique() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');
}

const delay = ms => new Promise(done => setTimeout(done, ms));
const once = event => new Promise(done => addEventListener(event, done, { once: true }));
