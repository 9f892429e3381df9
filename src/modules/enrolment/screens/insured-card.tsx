import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField, YesNoField } from '../../../ui/fields.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { listParameters } from '../../plan/contract.ts'
import { tellInsured } from '../contract/eligibility.ts'
import { words } from '../words.ts'

const SOURCES = ['her-word', 'document'] as const
/** Asked only while a letter bars the insured; otherwise nobody needs to know. */
export function InsuredCard({ caseId, countyCode }: { readonly caseId: string; readonly countyCode: string }) {
  const say = useSay()
  const parameters = useRead(listParameters, {})
  const [isInsured, setInsured] = useState<boolean>()
  const [source, setSource] = useState<(typeof SOURCES)[number]>('her-word')
  const write = useWrite(tellInsured)
  const bans = (parameters.data?.parameters ?? []).filter(({ name }) => name === 'insurance-ban')
  const inForce = bans.find((one) => one.countyCode === countyCode) ?? bans.find((one) => one.countyCode === null)
  if (inForce?.value !== true) return null
  const press = (): void => {
    if (isInsured !== undefined) write.mutate({ input: { caseId, id: newCommandId(), isInsured, source } })
  }
  return (
    <Card title={say(words['rule-not-insured'])}>
      <YesNoField label={say(words['insured-question'])} value={isInsured} onChange={setInsured} />
      <div className="py-3">
        <ChoiceField
          label={say(words['told-by'])}
          value={source}
          onChange={setSource}
          choices={SOURCES.map((one) => ({ value: one, label: say(wordFor(words, `source-${one}`)) }))}
        />
      </div>
      <ProblemBox error={write.error} />
      {write.isSuccess ? <p role="status">{say(words.kept)}</p> : null}
      <Button look="primary" isDisabled={isInsured === undefined} isPending={write.isPending} onPress={press}>
        {say(words['tell-insured'])}
      </Button>
    </Card>
  )
}
