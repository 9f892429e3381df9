import { useRead } from '../../../platform/client.ts'
import { useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listIntroduced } from '../contract/cases.ts'
import { words } from '../words.ts'
import { CaseLines } from './case-lines.tsx'

/** What became of those the agency introduced: positions, never names. */
export function Screen() {
  const say = useSay()
  const { countyName } = useCounties()
  const cases = useRead(listIntroduced, { limit: 250 })
  return (
    <>
      <PageHeader title={say(words.introduced)} />
      <Read of={cases}>{(data) => <CaseLines label={say(words.introduced)} rows={data.cases} countyName={countyName} />}</Read>
    </>
  )
}
