import type { Language } from '../../platform/words.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'
import type { words } from './words.ts'

type Key = keyof typeof words
export interface Framed {
  readonly language: Language
  readonly title: Key
  readonly isDemo: boolean
  /** Where the page lies for everybody, with the address of the house: told to search engines in either language. Absent for a form that was filled in. */
  readonly at?: { readonly address: string; readonly path: string }
  /** What the page says for machines, as data. */
  readonly data?: object
}
/** A language is named in its own letters, for whoever reads only that. */
const OTHER = { fa: { code: 'en', name: 'English' }, en: { code: 'fa', name: 'فارسی' } } as const
const LINKS = [
  ['/about', 'about'],
  ['/figures', 'figures'],
  ['/pledges', 'pledges'],
  ['/goods', 'goods'],
  ['/call', 'call'],
  ['/complaint', 'complaint'],
  ['/', 'sign-in'],
] as const satisfies readonly (readonly [path: string, title: Key])[]

/** The page around everything public: readable without a script, and without a word that could betray who reads it. */
export function page({ language, title, isDemo, at, data }: Framed, body: Html): string {
  const text = (key: Key): string => say(key, language)
  const other = OTHER[language]
  const links = LINKS.map(([path, key]) => html`<a href="${path}">${text(key)}</a>`)
  return html`<!doctype html><html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)} · ${text('kariz')}</title><link rel="stylesheet" href="/public.css">${at === undefined ? null : places(at, language)}${data === undefined ? null : machines(data)}</head><body><header>${isDemo ? html`<p class="mark">${text('demo-mark')}</p>` : null}<div class="top"><div class="in"><a class="name" href="/about">${text('kariz')}</a><nav aria-label="${text('pages')}">${links}</nav></div></div></header><main class="in">${body}<p class="quiet">${text('no-money')}</p>${at === undefined ? null : html`<p><a href="${at.path}?lang=${other.code}" hreflang="${other.code}" lang="${other.code}">${other.name}</a></p>`}</main></body></html>`
    .html
}
function places({ address, path }: NonNullable<Framed['at']>, language: Language): Html {
  const own = `${address}${path}?lang=${language}`
  return html`<link rel="canonical" href="${own}"><link rel="alternate" hreflang="fa" href="${address}${path}?lang=fa"><link rel="alternate" hreflang="en" href="${address}${path}?lang=en"><link rel="alternate" hreflang="x-default" href="${address}${path}">`
}
/** Data, not a script: nothing runs, so the rule against scripts within a page holds. A sign that could end the element is written by its number. */
function machines(data: object): Html {
  return {
    html: `<script type="application/ld+json">${JSON.stringify(data).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)}</script>`,
  }
}
