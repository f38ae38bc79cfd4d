/** Things people type, by accident or on purpose, that must stay the characters they are. */
export const hostile: readonly (readonly [name: string, text: string])[] = [
  ['Markdown emphasis', '**bold** _italic_ ~~gone~~ `code`'],
  ['a Markdown link', '[Click here](https://evil.example) ![x](https://evil.example/x.png)'],
  ['an automatic link', '<https://evil.example>'],
  ['Markdown blocks', '# Heading\n\n- item\n\n1. first\n\n> quoted\n\n    indented\n\nline\n===\n\n|a|b|\n|-|-|'],
  ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['character entities', '&lt;b&gt; &#42; &nbsp;'],
  ['a template expression', "${toUpper('x')} ${$root.reference} ${nope}"],
  ['half a template expression', 'costs ${ or $'],
  ['a client-side date', '{{DATE(2026-09-15T10:00:00Z, SHORT)}}'],
  ['quotes and JSON', '"},{"type":"Action.OpenUrl","url":"https://evil.example"},{"x":"'],
  ['backslashes', 'C:\\temp\\*.* \\'],
  ['Arabic', 'مرحبا بالعالم'],
  ['emoji and combined letters', '👩‍👧‍👦 é Zoë 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['an apostrophe and a dash', 'O’Brien-Smith & Sons (Ltd.)'],
  ['4,000 characters', 'Safeguarding * '.repeat(267).slice(0, 4000)],
];
