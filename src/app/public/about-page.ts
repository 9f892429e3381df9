import type { Language } from '../../platform/words.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'

const SECTIONS = ['what', 'whom', 'free', 'turn', 'see'] as const
/** The plan in plain words: what it is, for whom, that it costs nothing, where to turn and what one may look at. */
export function aboutBody(language: Language): Html {
  const sections = SECTIONS.map(
    (key) => html`<section><h2>${say(`about-${key}`, language)}</h2><p>${say(`about-${key}-text`, language)}</p></section>`,
  )
  return html`<h1>${say('about', language)}</h1><p>${say('about-lead', language)}</p><section class="card"><h2>${say('about-never', language)}</h2><p>${say('about-never-text', language)}</p></section>${sections}`
}
export const aboutData = (language: Language, address: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'GovernmentService',
  name: say('kariz', language),
  description: say('about-lead', language),
  url: `${address}/about`,
  inLanguage: language,
  areaServed: { '@type': 'AdministrativeArea', name: say('province', language) },
})
