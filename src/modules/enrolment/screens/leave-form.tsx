import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField, SelectField } from '../../../ui/fields.tsx'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { listReferralPlaces } from '../contract/eligibility.ts'
import { leaveRoad, SideExit } from '../contract/side-roads.ts'
import { caseMoves, type Position } from '../rules/case-moves.ts'
import { words } from '../words.ts'

interface Props {
  readonly caseId: string
  readonly position: Position
  readonly countyCode: string
  readonly onDone: () => void
}
/** A side exit: what happened, and for a referral the place; the file stays, but for a death there is no way back. */
export function LeaveForm({ caseId, position, countyCode, onDone }: Props) {
  const say = useSay()
  const language = useLanguage()
  const [to, setTo] = useState<(typeof SideExit.options)[number]>()
  const [placeId, setPlaceId] = useState<string>()
  const places = useRead(listReferralPlaces, {}, { enabled: to === 'referred-out' })
  const write = useWrite(leaveRoad)
  const exits = SideExit.options.filter((one) => caseMoves[position].some((move) => move === one))
  const press = (): void => {
    if (to !== undefined) write.mutate({ input: { caseId, to, referralPlaceId: placeId ?? null } }, { onSuccess: onDone })
  }
  return (
    <div className="grid gap-4">
      <p>{say(words[to === 'deceased' ? 'leave-deceased-explained' : 'leave-explained'])}</p>
      <ChoiceField
        label={say(words['leave-to'])}
        value={to}
        onChange={setTo}
        choices={exits.map((one) => ({ value: one, label: say(wordFor(words, `leave-${one}`)) }))}
      />
      {to === 'referred-out' ? (
        <SelectField
          label={say(words.referral)}
          isRequired
          value={placeId}
          onChange={setPlaceId}
          choices={(places.data?.places ?? [])
            .filter((one) => (one.countyCode ?? countyCode) === countyCode)
            .map((one) => ({ value: one.id, label: language === 'en' ? (one.titleEn ?? one.title) : one.title }))}
        />
      ) : null}
      <ProblemBox error={write.error} />
      <Button
        look="danger"
        isDisabled={to === undefined || (to === 'referred-out' && placeId === undefined)}
        isPending={write.isPending}
        onPress={press}
      >
        {say(words['leave-road'])}
      </Button>
    </div>
  )
}
