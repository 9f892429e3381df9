import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { LongTextField } from '../../../ui/fields.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { type Finding, judgeFinding, reportFinding } from '../contract/findings.ts'
import { reasonsNotToMoveFinding } from '../rules/findings.ts'
import { visitWords as words } from '../words/visits.ts'
import { FindingPhotos } from './finding-photos.tsx'
import { FindingTags } from './visit-tags.tsx'

/** What was found, whose it is and by when; answered and judged where it stands. */
export function FindingRow({ finding }: { readonly finding: Finding }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const mayReport = useMay('oversight.report-finding')
  const mayJudge = useMay('oversight.judge-finding')
  const { item, placeKind, placeName, countyCode, grade, seen, act, desk, dueOn, state, isOverdue, report } = finding
  return (
    <li className="flex flex-col gap-2 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{say(words[`item-${item}`])}</span>
        <span>{say(words[`seen-${grade}`])}</span>
        <FindingTags state={state} isOverdue={isOverdue} />
      </p>
      <p className="text-ink-2">
        {placeName ?? say(words[`place-${placeKind}`])} · {countyName(countyCode)} · {say(words[`finding-desk-${desk}`])} ·{' '}
        {say(words['act-due'])}: {formatDate(dueOn, language)}
      </p>
      {seen === null ? null : <p>{seen}</p>}
      {act === null ? null : <p>{`${say(words['finding-act'])}: ${act}`}</p>}
      {report === null ? null : <p>{say(words['report-said'], { text: report })}</p>}
      <FindingPhotos finding={finding} />
      {mayReport && reasonsNotToMoveFinding(state, 'reported').length === 0 ? <Report finding={finding} /> : null}
      {mayJudge && state === 'reported' ? <Judge finding={finding} /> : null}
    </li>
  )
}
function Report({ finding: { id, version } }: { readonly finding: Finding }) {
  const say = useSay()
  const [text, setText] = useState('')
  const write = useWrite(reportFinding)
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <LongTextField label={say(words['finding-report'])} isRequired rows={2} value={text} onChange={setText} />
      <ProblemBox error={write.error} />
      <div>
        <Button
          look="primary"
          isDisabled={text.trim().length < 5}
          isPending={write.isPending}
          onPress={() => write.mutate({ input: { id, version, text } })}
        >
          {say(words['report-finding'])}
        </Button>
      </div>
    </div>
  )
}
function Judge({ finding: { id, version } }: { readonly finding: Finding }) {
  const say = useSay()
  const [isReturning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const write = useWrite(judgeFinding)
  const judge = (isConfirmed: boolean): void =>
    write.mutate({ input: { id, version, isConfirmed, reason: isConfirmed ? null : reason, dueOn: isConfirmed ? null : dueOn } })
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      {isReturning ? (
        <>
          <LongTextField label={say(words['return-why'])} isRequired rows={2} value={reason} onChange={setReason} />
          <DateField label={say(words['act-due'])} isRequired value={dueOn} onChange={setDueOn} />
        </>
      ) : null}
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2">
        {isReturning ? null : (
          <Button look="primary" isPending={write.isPending} onPress={() => judge(true)}>
            {say(words['confirm-report'])}
          </Button>
        )}
        <Button
          isDisabled={isReturning && (reason.trim() === '' || dueOn === null)}
          isPending={write.isPending}
          onPress={() => (isReturning ? judge(false) : setReturning(true))}
        >
          {say(words['return-finding'])}
        </Button>
      </div>
    </div>
  )
}
