import { type Html, html } from '../public/html.ts'
import { say } from './say.ts'

export interface Frame {
  readonly isDemo: boolean
  /** Her pages are open: the quick way out stands on every one of them. */
  readonly isOpen: boolean
}
/** The page around everything of hers: «کاریز» alone in title and head, whole without a script, and nothing that stays on the phone. */
export function page({ isDemo, isOpen }: Frame, body: Html): string {
  const leave = html`<form method="post" action="/mine/leave" id="leave"><button class="leave" type="submit">${say('leave')}</button></form>`
  return html`<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say('kariz')}</title><link rel="icon" href="/mine/icon.svg"><link rel="stylesheet" href="/mine/style.css"><script src="/mine/page.js" defer></script></head><body data-no-voice="${say('no-voice')}" data-no-network="${say('no-network')}" data-read="${say('read-aloud')}" data-stop="${say('stop-reading')}"><header class="top"><span class="name">${say('kariz')}</span>${isOpen ? leave : null}</header>${isDemo ? html`<aside><p class="mark">${say('demo-mark')}</p></aside>` : null}<main>${body}</main></body></html>`
    .html
}
/** A part of a page that is read aloud as a whole. */
export function part(title: string, body: Html): Html {
  return html`<section class="card" data-aloud><h2>${title}</h2>${body}</section>`
}
export const told = (sentence: string): Html => html`<p class="told" role="status">${sentence}</p>`
export const wrong = (sentences: readonly string[]): Html | null =>
  sentences.length === 0 ? null : html`<div class="wrong" role="alert">${sentences.map((one) => html`<p>${one}</p>`)}</div>`
