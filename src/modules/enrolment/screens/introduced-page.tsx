import { useRead } from '../../../platform/client.ts'
import { useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listIntroduced } from '../contract/cases.ts'
import { words } from '../words.ts'
import { CaseLines } from './case-lines.tsx'

const MOST = 250
/** What became of those the agency introduced: positions, never names. */
export function Screen() {
  const say = useSay()
  const { countyName } = useCounties()
  const cases = useRead(listIntroduced, { limit: MOST })
  return (
    <>
      <PageHeader
        title={say(words.introduced)}
        facts={
          cases.data === undefined || cases.data.cases.length === MOST
            ? undefined
            : say(words['count-cases'], { n: cases.data.cases.length })
        }
      />
      <Read of={cases}>{(data) => <CaseLines label={say(words.introduced)} rows={data.cases} countyName={countyName} />}</Read>
    </>
  )
}
