import { useState } from 'react'
import type { z } from 'zod'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { ChoiceField, SelectField } from '../../../ui/fields.tsx'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { listFields, listOffers, RelationPattern } from '../../occupations/contract.ts'
import { BusinessKind, registerBusiness, WorkPlace } from '../contract/businesses.ts'
import { words } from '../words.ts'

type Began = z.infer<typeof registerBusiness.input>['state']
const BEGINNINGS = ['idea', 'trial', 'active'] as const
/** What she does, how, where and since when. */
export function RegisterForm({ caseId, countyCode }: { readonly caseId: string; readonly countyCode: string }) {
  const say = useSay()
  const [kind, setKind] = useState<BusinessKind>('created')
  const [fieldCode, setField] = useState<string>()
  const [relation, setRelation] = useState<RelationPattern>()
  const [workPlace, setPlace] = useState<WorkPlace>('home')
  const [state, setState] = useState<Began>('idea')
  const [startedOn, setStarted] = useState<string | null>(null)
  const fields = useRead(listFields, {})
  const write = useWrite(registerBusiness)
  const isIdea = state === 'idea' && kind === 'created'
  const press = (): void => {
    if (fieldCode === undefined || relation === undefined) return
    const input = { caseId, id: newCommandId(), kind, fieldCode, relation, workPlace, state, startedOn: isIdea ? null : startedOn }
    write.mutate({ input })
  }
  return (
    <Read of={fields}>
      {(list) => {
        const patterns = list.fields.find(({ code }) => code === fieldCode)?.relationPatterns ?? []
        return (
          <div className="flex flex-col gap-4">
            <ChoiceField
              label={say(words.kind)}
              isRequired
              value={kind}
              onChange={setKind}
              choices={BusinessKind.options.map((one) => ({ value: one, label: say(words[`kind-${one}`]) }))}
            />
            <FieldChoice isNew={kind === 'created'} countyCode={countyCode} all={list.fields} value={fieldCode} onChange={setField} />
            {patterns.length === 0 ? null : (
              <ChoiceField
                label={say(words.relation)}
                isRequired
                value={relation}
                onChange={setRelation}
                choices={RelationPattern.options
                  .filter((one) => patterns.includes(one))
                  .map((one) => ({ value: one, label: say(words[`relation-${one}`]) }))}
              />
            )}
            <ChoiceField
              label={say(words['work-place'])}
              value={workPlace}
              onChange={setPlace}
              choices={WorkPlace.options.map((one) => ({ value: one, label: say(words[`work-place-${one}`]) }))}
            />
            <ChoiceField
              label={say(words.state)}
              value={state}
              onChange={setState}
              choices={BEGINNINGS.map((one) => ({ value: one, label: say(words[`state-${one}`]) }))}
            />
            {isIdea ? null : <DateField label={say(words['started-on'])} isRequired value={startedOn} onChange={setStarted} />}
            <ProblemBox error={write.error} />
            <Button
              look="primary"
              isDisabled={fieldCode === undefined || relation === undefined}
              isPending={write.isPending}
              onPress={press}
            >
              {say(words['register-business'])}
            </Button>
          </div>
        )
      }}
    </Read>
  )
}
interface FieldChoiceProps {
  readonly isNew: boolean
  readonly countyCode: string
  readonly all: readonly { readonly code: string; readonly nameFa: string; readonly nameEn: string }[]
  readonly value: string | undefined
  readonly onChange: (code: string | undefined) => void
}
/** For a new business the fields her county is offered; for one that stands, every field of the list. */
function FieldChoice({ isNew, countyCode, all, value, onChange }: FieldChoiceProps) {
  const say = useSay()
  const language = useLanguage()
  const offers = useRead(listOffers, { countyCode }, { enabled: isNew })
  const offered = new Set((offers.data?.offers ?? []).map((one) => one.fieldCode))
  return (
    <SelectField
      label={say(words.field)}
      hint={say(words['field-hint'])}
      isRequired
      value={value}
      onChange={onChange}
      choices={all
        .filter(({ code }) => !isNew || offered.has(code))
        .map((one) => ({ value: one.code, label: language === 'en' ? one.nameEn : one.nameFa }))}
    />
  )
}
