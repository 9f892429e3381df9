import { z } from 'zod'
import { type Described, roomOf } from './openapi.ts'
import type { Route } from './route.ts'
import type { Catalogue } from './words.ts'

/** The same document as a page to read, without script: routes by room, what they take, what they may be refused for and in which words. */
export function openApiPage({ handled, beside, sentences }: Described & { readonly sentences: Catalogue }): string {
  const rooms = [...new Set(handled.map(({ route }) => roomOf(route)))]
  const refusals = (codes: readonly string[]): string =>
    codes.map((code) => `<code>${escaped(code)}</code> ${escaped(sentences.get(code) ?? '')}`).join('<br>')
  const rowOf = (route: Route): string =>
    `<tr><th scope="row">${route.method} <code>/api${escaped(route.path)}</code></th><td>${escaped(route.action)}${marksOf(route)}</td><td>${inputsOf(route.input)}</td><td>${refusals(route.refusals)}</td></tr>`
  const sections = rooms.map((room) => {
    const rows = handled.filter(({ route }) => roomOf(route) === room).map(({ route }) => rowOf(route))
    return `<h2 id="${room}">${room}</h2>\n${tableOf(rows)}`
  })
  const signIn = beside.map(
    (one) =>
      `<tr><th scope="row">POST <code>${escaped(one.path)}</code></th><td>${escaped(one.summary)}</td><td>${inputsOf(one.input)}</td><td>${refusals(one.refusals)}</td></tr>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kariz API</title></head><body><main>
<h1>Kariz API</h1>
<p>The machine-readable form is <a href="/api/openapi.json">OpenAPI 3.1</a>. Rooms: ${rooms.map((room) => `<a href="#${room}">${room}</a>`).join(' · ')} · <a href="#sign-in">sign-in</a>.</p>
<p><code>Kariz-Assignment</code> names the assignment in which the account acts. Every write carries an <code>Idempotency-Key</code> (UUIDv7): sent again it gets the same answer. A write of something with versions names the one it saw, as <code>version</code> or in <code>If-Match</code>. <code>Kariz-Device-Time</code> is kept as a claim. Every refusal is <code>application/problem+json</code> with a code and a sentence in the language of <code>Accept-Language</code>. Inputs in bold are required.</p>
${sections.join('\n')}
<h2 id="sign-in">sign-in</h2>
${tableOf(signIn)}
</main></body></html>`
}
function tableOf(rows: readonly string[]): string {
  return `<table><thead><tr><th scope="col">Address</th><th scope="col">Action</th><th scope="col">Input</th><th scope="col">Refusals</th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
}
function marksOf({ logged, offline, upload, download }: Route): string {
  const marks = [
    logged === true ? 'leaves a history entry' : '',
    offline === true ? 'may wait offline' : '',
    upload === undefined ? '' : `takes a file: ${upload.mediaTypes.join(', ')}`,
    download === true ? 'answers a file' : '',
  ].filter((mark) => mark !== '')
  return marks.length === 0 ? '' : `<br><small>${escaped(marks.join('; '))}</small>`
}
function inputsOf(input: z.ZodType): string {
  if (!(input instanceof z.ZodObject)) return ''
  return Object.entries(input.shape)
    .map(([name, field]) => (isOptional(field) ? `<code>${escaped(name)}</code>` : `<b><code>${escaped(name)}</code></b>`))
    .join(', ')
}
function isOptional(field: unknown): boolean {
  return field instanceof z.ZodType && field.safeParse(undefined).success
}
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
