/** A person's mailbox: what arrived over SMTP, newest first, and one message opened. Mail's HTML is shown sandboxed. */
import { api } from './api.js';
import { element } from './element.js';
import { dayOf, timeOf } from './time.js';

/** When everything has been cleared, ids begin again. */
const keyOf = ({ id, messageId }) => `${id} ${messageId}`;

const size = (bytes) => (bytes < 1024 ? `${bytes} bytes` : `${Math.ceil(bytes / 1024)} KB`);

const facts = (mail) =>
  element(
    'dl',
    { class: 'mail-facts' },
    [
      ['From', mail.from],
      ['To', mail.recipients.join(', ')],
      ['Received', `${dayOf(mail.receivedAt)} at ${timeOf(mail.receivedAt)}`],
      ['Message-ID', element('code', {}, mail.messageId)],
    ].flatMap(([term, value]) => [element('dt', {}, term), element('dd', {}, value)]),
  );

const attachments = (mail) =>
  mail.attachments.length === 0
    ? null
    : element(
        'div',
        { class: 'mail-attachments', role: 'group', 'aria-label': 'Attachments' },
        mail.attachments.map((attachment, index) =>
          element(
            'a',
            { href: `api/mail/source/${mail.id}/attachments/${index}`, download: attachment.name },
            element('strong', {}, attachment.name),
            size(attachment.bytes),
          ),
        ),
      );

const link = (url) => element('a', { href: url, target: '_blank', rel: 'noopener' }, url);

/** Plain text, with addresses of pages made into links as mail programs do. */
const asText = (mail) =>
  element(
    'div',
    { class: 'mail-text', 'data-testid': 'mail-text' },
    mail.text
      .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
      .map((part, index) => (index % 2 === 1 ? link(part) : part)),
  );

/** Nothing in a message runs, and its links open apart from this page. */
const sandbox = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';
const asSent = (mail) => {
  const srcdoc = `<base target="_blank">${mail.html}`;
  const frame = element('iframe', { class: 'mail-html', sandbox, title: 'The message as sent', srcdoc });
  frame.addEventListener('load', () => {
    frame.style.height = `${frame.contentDocument.documentElement.scrollHeight + 2}px`;
  });
  return frame;
};

/** Shows the mailbox of `me` inside `main`. Returns `update()` and `close()`. */
export const openMailbox = (main, { me, onSeen }) => {
  const list = element('div', { class: 'mail-list', 'data-testid': 'mail-list' });
  const reading = element('article', { class: 'mail-message', 'data-testid': 'mail-message', tabindex: '-1' });
  const box = element('div', { class: 'mailbox' }, list, reading);
  let openKey = null;
  let open = true;

  const showNothing = (words) => {
    reading.replaceChildren(element('div', { class: 'empty' }, element('p', {}, words)));
  };

  const read = (mail) => {
    openKey = keyOf(mail);
    box.classList.add('reading');
    const content = element('div', {}, mail.html === null ? asText(mail) : asSent(mail));
    const toggle = element('button', { type: 'button', class: 'button small', 'aria-pressed': 'false' }, 'Plain text');
    toggle.addEventListener('click', () => {
      const plain = toggle.getAttribute('aria-pressed') !== 'true';
      toggle.setAttribute('aria-pressed', String(plain));
      content.replaceChildren(plain ? asText(mail) : asSent(mail));
    });
    const back = element('button', { type: 'button', class: 'button small mail-back' }, 'Back to the list');
    back.addEventListener('click', () => {
      openKey = null;
      box.classList.remove('reading');
      void update();
    });
    reading.replaceChildren(
      back,
      element('h3', {}, mail.subject),
      facts(mail),
      attachments(mail) ?? '',
      element(
        'div',
        { class: 'mail-tools' },
        mail.html === null ? null : toggle,
        element(
          'a',
          { class: 'button small', href: `api/mail/source/${mail.id}`, target: '_blank', rel: 'noopener' },
          'See the source',
        ),
      ),
      content,
    );
  };

  const item = (mail) =>
    element(
      'button',
      {
        type: 'button',
        class: 'mail-item',
        'data-mail': mail.id,
        'data-subject': mail.subject,
        onclick: async () => {
          read(mail);
          reading.focus();
          await api.readMail(me.id, mail.id);
          onSeen();
          await update();
        },
      },
      element(
        'span',
        { class: 'mail-from' },
        element('span', {}, mail.from),
        element('time', {}, timeOf(mail.receivedAt)),
      ),
      element(
        'span',
        { class: 'mail-subject' },
        element('span', { class: 'hidden mail-unread' }, 'Unread. '),
        mail.subject,
      ),
      element('span', { class: 'mail-start' }, mail.text.slice(0, 120)),
    );

  const items = new Map();
  /** The newest first, each made once: what is in the middle of being pressed stays where it is. */
  const show = (mails) => {
    for (const mail of mails.toReversed()) {
      if (!items.has(keyOf(mail))) {
        items.set(keyOf(mail), item(mail));
        list.prepend(items.get(keyOf(mail)));
      }
      const shown = items.get(keyOf(mail));
      shown.classList.toggle('unread', !mail.read);
      shown.querySelector('.mail-unread').hidden = mail.read;
      if (keyOf(mail) === openKey) shown.setAttribute('aria-current', 'true');
      else shown.removeAttribute('aria-current');
    }
  };

  const clear = () => {
    items.clear();
    openKey = null;
    box.classList.remove('reading');
    list.replaceChildren(
      element('div', { class: 'empty' }, element('h3', {}, 'No mail yet'), element('p', {}, me.email)),
    );
    showNothing('Mail to this person arrives here.');
  };

  const update = async () => {
    const mails = await api.mail(me.id);
    if (!open) return;
    const keys = new Set(mails.map(keyOf));
    if ([...items.keys()].some((key) => !keys.has(key)) || mails.length === 0) clear();
    if (mails.length === 0) return;
    list.querySelector('.empty')?.remove();
    show(mails);
    if (openKey === null) showNothing('Choose a message to read it.');
  };

  main.replaceChildren(
    element('header', { class: 'main-head' }, element('h2', {}, 'Mailbox'), element('p', {}, me.email)),
    box,
  );
  return {
    update,
    looked: () => undefined,
    close: () => {
      open = false;
    },
  };
};
