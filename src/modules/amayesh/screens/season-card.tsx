import { Link } from '@tanstack/react-router'
import { useRead } from '../../../platform/client.ts'
import { formatDate, formatNumber, jalaliMonthNames } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { readSeason, type Season } from '../contract/season.ts'
import { FEWEST_MONTHS, FEWEST_ORDERS } from '../rules/season.ts'
import { words } from '../words.ts'
import { useNameOf } from './parts.tsx'

interface At {
  readonly countyCode: string
  readonly fieldCode: string
}
/** In which months the occupation is wanted, and what is wanted when it is not. */
export function SeasonCard(at: At) {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(readSeason, at)
  return (
    <Card title={say(words['season-index'])}>
      <Read of={read}>
        {({ province, county, complements, since }) => (
          <>
            <p className="pb-3 text-ink-2 text-dense">{say(words['season-hint'], { day: formatDate(since, language) })}</p>
            {province.indices === null ? <Lacking season={province} /> : <Months province={province.indices} county={county.indices} />}
            {province.indices !== null && county.indices === null ? (
              <p className="pt-3 text-ink-2 text-dense">{say(words['season-county-lacks'])}</p>
            ) : null}
            {province.indices === null ? null : <Complements of={complements} countyCode={at.countyCode} />}
          </>
        )}
      </Read>
    </Card>
  )
}
function Lacking({ season: { months, lacks } }: { readonly season: Season }) {
  const say = useSay()
  return (
    <p>{say(lacks === 'months' ? words['season-lacks-months'] : words['season-lacks-orders'], { months, FEWEST_MONTHS, FEWEST_ORDERS })}</p>
  )
}
/** An index this near to one is an ordinary month. */
const ORDINARY = 0.25
function Months({ province, county }: { readonly province: readonly number[]; readonly county: readonly number[] | null }) {
  const say = useSay()
  const language = useLanguage()
  const most = Math.max(1, ...province)
  const number = (index: number): string => formatNumber(index, language)
  const said = (index: number): string =>
    say(words[index > 1 + ORDINARY ? 'season-above' : index < 1 - ORDINARY ? 'season-below' : 'season-even'])
  return (
    <table aria-label={say(words['season-index'])} className="w-full text-dense">
      <thead>
        <tr>
          <th scope="col" className="py-1 pe-3 text-start">
            {say(words.month)}
          </th>
          <th scope="col" colSpan={2} className="text-start">
            {say(words['season-province'])}
          </th>
          {county === null ? null : (
            <th scope="col" className="text-end">
              {say(words.county)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {jalaliMonthNames(language).map((name, place) => {
          const index = province[place] ?? 0
          return (
            <tr key={name}>
              <th scope="row" className="py-1 pe-3 text-start font-normal">
                {name}
              </th>
              <td className="w-1/3 pe-3">
                <span aria-hidden className="block h-3 rounded-tag bg-sunken">
                  <span className="block h-full rounded-tag bg-brand" style={{ inlineSize: `${(100 * index) / most}%` }} />
                </span>
              </td>
              <td className="whitespace-nowrap">
                {number(index)} · {said(index)}
              </td>
              {county === null ? null : <td className="text-end">{number(county[place] ?? 0)}</td>}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
interface Other {
  readonly fieldCode: string
  readonly nameFa: string
  readonly nameEn: string
}
function Complements({ of, countyCode }: { readonly of: readonly Other[]; readonly countyCode: string }) {
  const say = useSay()
  const nameOf = useNameOf()
  if (of.length === 0) return <p className="pt-3">{say(words['no-complements'])}</p>
  return (
    <div className="pt-3">
      <p>{say(words.complements)}</p>
      <ul className="list-disc ps-5">
        {of.map((one) => (
          <li key={one.fieldCode}>
            <Link
              to="/staff/amayesh/cell"
              search={() => ({ countyCode, fieldCode: one.fieldCode })}
              className="inline-flex min-h-12 items-center text-brand underline-offset-4 hover:underline lg:min-h-0"
            >
              {nameOf(one)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
