import type { ReactNode } from 'react'
import { formatMoney, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { words as ui } from '../../../ui/words.ts'
import { GroundClass, type Parameter, parameterUnits } from '../contract.ts'
import { shapedValue } from '../rules.ts'
import { words } from '../words.ts'

/** Says the value of a parameter with its unit, whatever its shape. */
export function useValueSaid(): (parameter: Pick<Parameter, 'name' | 'value'>) => ReactNode {
  const say = useSay()
  const language = useLanguage()
  const number = (value: number): string => formatNumber(value, language)
  return ({ name, value }) => {
    if (name === 'age-bounds') {
      const bounds = shapedValue(name, value)
      return bounds === undefined ? null : (
        <ul>
          {GroundClass.options.map((ground) => (
            <li key={ground}>
              {say(wordFor(words, `ground-${ground}`))}: {say(words['years-from-to'], { from: bounds[ground].from, to: bounds[ground].to })}
            </li>
          ))}
        </ul>
      )
    }
    if (name === 'contact-tries') {
      const tries = shapedValue(name, value)
      return tries === undefined ? null : say(words['tries-said'], tries)
    }
    if (name === 'contact-cadence') {
      const cadence = shapedValue(name, value)
      return cadence === undefined ? null : say(words['cadence-said'], cadence)
    }
    if (name === 'follow-up-months') {
      const months = shapedValue(name, value)
      return months === undefined ? null : say(words['follow-up-said'], months)
    }
    if (name === 'meeting-quorum') {
      const quorum = shapedValue(name, value)
      return quorum === undefined ? null : say(words['quorum-said'], quorum)
    }
    if (name === 'sustained-months') {
      const months = shapedValue(name, value)
      return months === undefined ? null : say(words['sustained-said'], { n: months.earningMonths, of: months.lastMonths })
    }
    if (typeof value === 'boolean') return say(value ? ui.yes : ui.no)
    if (name === 'office-phone') return typeof value === 'string' ? <bdi dir="ltr">{value}</bdi> : null
    if (typeof value === 'number' && name === 'hourly-floor') return formatMoney(value, language)
    if (typeof value === 'number') return `${number(value)} ${say(wordFor(words, `unit-${parameterUnits[name]}`))}`
    return typeof value === 'string' ? say(wordFor(words, `policy-${value}`)) : null
  }
}
