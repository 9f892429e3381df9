import type { Release, ReleasedFigure } from '../../modules/outcomes/contract/releases.ts'
import { wilson } from '../../modules/outcomes/rules/statistics.ts'
import type { Language } from '../../platform/words.ts'
import { formatMoney, formatNumber } from '../../ui/format.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'

interface Told {
  readonly figure: ReleasedFigure
  readonly release: Release
}
export interface FiguresPage {
  readonly language: Language
  /** Newest first. */
  readonly releases: readonly Release[]
  readonly counties: readonly { readonly code: string; readonly name: string }[]
}
const ORDER: readonly ReleasedFigure['name'][] = ['women', 'income', 'paid', 'covered-12', 'appeals', 'grievances']
/** Each figure out of the newest release that tells it. */
function newestOf(releases: readonly Release[]): readonly Told[] {
  return ORDER.flatMap((name) => {
    for (const release of releases) {
      const figure = release.figures.find((one) => one.name === name)
      if (figure !== undefined) return [{ figure, release }]
    }
    return []
  })
}
/** What was published, and nothing else: numbers of the plan and of its counties, each with its day, how many it speaks of and how it was counted. */
export function figuresBody({ language, releases, counties }: FiguresPage): Html {
  const lead = html`<h1>${say('figures', language)}</h1><p>${say('figures-lead', language)}</p>`
  const [last] = releases
  if (last === undefined) return html`${lead}<section class="card"><p>${say('figures-none', language)}</p></section>`
  const corrections = releases.flatMap(({ number, corrects, correction }) =>
    corrects === null
      ? []
      : [html`<li>${say('figures-correction', language, { number: number ?? 0, corrects, why: correction ?? '' })}</li>`],
  )
  return html`${lead}<p class="quiet">${say('figures-release', language, { number: last.number ?? 0, day: last.asOf })}</p>${newestOf(releases).map((told) => figureOf(told, { language, counties, last }))}${corrections.length === 0 ? null : html`<section><h2>${say('figures-corrections', language)}</h2><ul>${corrections}</ul></section>`}<p><a href="/figures.csv">${say('figures-csv', language)}</a></p>`
}
interface Shown {
  readonly language: Language
  readonly counties: FiguresPage['counties']
  readonly last: Release
}
function figureOf({ figure, release }: Told, { language, counties, last }: Shown): Html {
  const { name, columns, lines, rest, rial } = figure
  const place = placeIn(figure, { language, counties })
  const number = (n: number): string => formatNumber(n, language)
  const all = [...lines.map(({ cells }) => cells), ...(rest === null ? [] : [rest])]
  const sums = columns.map((_, at) => all.reduce((sum, cells) => sum + (cells[at] ?? 0), 0))
  const row = (title: string, cells: readonly number[]): Html =>
    html`<tr><th scope="row">${title}</th>${cells.map((n) => html`<td>${number(n)}</td>`)}</tr>`
  const isWhole = lines.length === 1 && lines[0]?.key === 'all'
  const places = isWhole
    ? []
    : [...lines.map(({ key, cells }) => row(place(key), cells)), ...(rest === null ? [] : [row(place('rest'), rest)])]
  const older =
    release === last
      ? null
      : html`<p class="quiet">${say('figures-older', language, { number: release.number ?? 0, day: release.asOf })}</p>`
  return html`<section><h2>${say(`figure-${name}`, language)}</h2>${older}<p>${say(`figure-${name}-text`, language)}</p>${rial === null ? null : html`<p class="sum">${formatMoney(rial, language)}</p>`}${shareOf(figure, sums, language)}<div class="wide" tabindex="0" role="region" aria-label="${say(`figure-${name}`, language)}"><table><thead><tr><th scope="col">${say('figures-place', language)}</th>${columns.map((column) => html`<th scope="col">${say(`column-${column}`, language)}</th>`)}</tr></thead><tbody>${row(say('figures-all', language), sums)}${places}</tbody></table></div></section>`
}
/** What a line of a figure is of: a county, those told only together by their names, or all. */
function placeIn({ hidden }: ReleasedFigure, { language, counties }: Pick<FiguresPage, 'language' | 'counties'>) {
  const named = (code: string): string | undefined => counties.find((one) => one.code === code)?.name
  const names = hidden.map((code) => named(code) ?? code).join(say('figures-and', language))
  return (key: string): string => (key === 'rest' ? say('figures-rest', language, { names }) : (named(key) ?? say('figures-all', language)))
}
/** A share of yes and no with its interval, in words. */
function shareOf({ name, columns }: ReleasedFigure, sums: readonly number[], language: Language): Html | null {
  const [yes = 0, no = 0] = sums
  const told = columns[0] === 'yes' && yes + no >= 20 ? wilson(yes, yes + no) : null
  if (told === null) return null
  const percent = (share: number): number => Math.round(share * 100)
  const values = { share: percent(told.value), low: percent(told.low), high: percent(told.high), n: yes + no }
  return html`<p class="share">${say(name === 'grievances' ? 'figures-share-complaints' : 'figures-share', language, values)}</p>`
}
/** The same for a spreadsheet: one number a line. */
export function figuresCsv({ language, releases, counties }: FiguresPage): string {
  const quoted = (cell: string | number): string => `"${String(cell).replaceAll('"', '""')}"`
  const head = ['release', 'as-of', 'figure', 'place', 'column', 'n']
  const rows = newestOf(releases).flatMap(({ figure, release }) => {
    const lines = [...figure.lines, ...(figure.rest === null ? [] : [{ key: 'rest', cells: figure.rest }])]
    const place = placeIn(figure, { language, counties })
    const base = [release.number ?? 0, release.asOf, say(`figure-${figure.name}`, language)] as const
    const cells = lines.flatMap(({ key, cells: own }) =>
      own.map((n, at) => [...base, place(key), say(`column-${figure.columns[at] ?? ''}`, language), n]),
    )
    return figure.rial === null ? cells : [...cells, [...base, say('figures-all', language), say('column-rial', language), figure.rial]]
  })
  return `\ufeff${[head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}
export const figuresData = ({ language, releases }: FiguresPage, address: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name: say('figures', language),
  description: say('figures-lead', language),
  url: `${address}/figures`,
  inLanguage: language,
  ...(releases[0] === undefined ? {} : { version: String(releases[0].number), dateModified: releases[0].asOf }),
  distribution: { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${address}/figures.csv` },
})

/** Signed promises by whoever made them, out of the newest release. */
export function pledgesBody({ language, releases }: Omit<FiguresPage, 'counties'>): Html {
  const lead = html`<h1>${say('pledges', language)}</h1><p>${say('pledges-lead', language)}</p>`
  const [last] = releases
  if (last === undefined || last.pledges.length === 0)
    return html`${lead}<section class="card"><p>${say('pledges-none', language)}</p></section>`
  const holders = [...new Set(last.pledges.map(({ organisation }) => organisation))]
  const number = (n: number | null): string => (n === null ? say('pledges-hidden', language) : formatNumber(n, language))
  const rows = (organisation: string): readonly Html[] =>
    last.pledges
      .filter((one) => one.organisation === organisation)
      .map(
        ({ title, unit, promised, called, accepted, paidRial, daysLate }) =>
          html`<tr><th scope="row">${title} (${unit})</th><td>${number(promised)}</td><td>${number(called)}</td><td>${number(accepted)}</td><td>${paidRial === null ? say('pledges-hidden', language) : formatMoney(paidRial, language)}</td><td>${number(daysLate)}</td></tr>`,
      )
  const heads = ['promised', 'called', 'accepted', 'rial', 'late'].map(
    (column) => html`<th scope="col">${say(`column-${column}`, language)}</th>`,
  )
  return html`${lead}<p class="quiet">${say('figures-release', language, { number: last.number ?? 0, day: last.asOf })}</p>${holders.map((organisation) => html`<section><h2>${organisation}</h2><div class="wide" tabindex="0" role="region" aria-label="${organisation}"><table><thead><tr><th scope="col">${say('column-pledge', language)}</th>${heads}</tr></thead><tbody>${rows(organisation)}</tbody></table></div></section>`)}`
}
