import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type HandoverReason, type HerGuide, proposeHandover, readHerGuide, tellNewGuide } from '../contract/handovers.ts'
import { words } from '../words.ts'
import { WithdrawHandover } from './handovers-page.tsx'
import { ReasonField } from './order-handover.tsx'

/** On her case page: who accompanies her, telling her so when that is new, and proposing another guide. */
export function GuideSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const may = useMay('pathways.read-guide')
  const read = useRead(readHerGuide, { caseId }, { enabled: may })
  const [isProposing, setProposing] = useState(false)
  if (!may) return null
  return (
    <Card title={say(words['her-guide'])}>
      <Read of={read}>
        {({ guideName, worksAt, isToTell, waiting, colleagues }) => (
          <div className="flex flex-col gap-3">
            <p>{worksAt === null ? guideName : say(words['guide-works-at'], { name: guideName, place: worksAt })}</p>
            {isToTell ? <Telling caseId={caseId} /> : null}
            {waiting === null ? (
              isProposing ? (
                <Proposing caseId={caseId} colleagues={colleagues} onDone={() => setProposing(false)} />
              ) : (
                <div>
                  <Button look="quiet" onPress={() => setProposing(true)}>
                    {say(words['handover-propose'])}
                  </Button>
                </div>
              )
            ) : (
              <>
                <p className="flex flex-wrap items-center gap-2">
                  {say(words['handover-from-to'], { from: waiting.fromName, to: waiting.toName })}
                  <Tag meaning="waiting">{say(words['handover-proposed'])}</Tag>
                </p>
                <WithdrawHandover handover={waiting} />
              </>
            )}
          </div>
        )}
      </Read>
    </Card>
  )
}
function Telling({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const write = useWrite(tellNewGuide)
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <p>{say(words['new-guide-say'])}</p>
      <ProblemBox error={write.error} />
      <div>
        <Button look="primary" isPending={write.isPending} onPress={() => write.mutate({ input: { caseId } })}>
          {say(words['new-guide-told'])}
        </Button>
      </div>
    </div>
  )
}
interface ProposingProps {
  readonly caseId: string
  readonly colleagues: HerGuide['colleagues']
  readonly onDone: () => void
}
function Proposing({ caseId, colleagues, onDone }: ProposingProps) {
  const say = useSay()
  const language = useLanguage()
  const [accountId, setAccount] = useState<string>()
  const [reason, setReason] = useState<HandoverReason>()
  const write = useWrite(proposeHandover)
  const press = (): void => {
    if (accountId === undefined || reason === undefined) return
    write.mutate({ input: { caseId, id: newCommandId(), accountId, reason } }, { onSuccess: onDone })
  }
  return (
    <div className="flex max-w-md flex-col gap-3">
      <SelectField
        label={say(words['handover-to'])}
        isRequired
        value={accountId}
        onChange={setAccount}
        choices={colleagues.map(({ accountId: id, name, worksAt, carried, most }) => ({
          value: id,
          label: say(words.colleague, {
            name,
            place: worksAt ?? '—',
            n: formatNumber(carried, language),
            most: formatNumber(most, language),
          }),
        }))}
      />
      <ReasonField value={reason} onChange={setReason} />
      <ProblemBox error={write.error} />
      <div>
        <Button isDisabled={accountId === undefined || reason === undefined} isPending={write.isPending} onPress={press}>
          {say(words['handover-propose'])}
        </Button>
      </div>
    </div>
  )
}
