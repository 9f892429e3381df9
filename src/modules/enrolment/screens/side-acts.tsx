import { type ReactNode, useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { reenterCase, resumeCase } from '../contract/side-roads.ts'
import { caseMoves, type Position, reasonsNotToMove } from '../rules/case-moves.ts'
import { pauses, reasonsNotToReenter } from '../rules/side-roads.ts'
import { words } from '../words.ts'
import { HoldForm } from './hold-form.tsx'
import { LeaveForm } from './leave-form.tsx'
import { TransferForm } from './transfer-form.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

interface Props {
  readonly caseId: string
  readonly position: Position
  readonly countyCode: string
}
type Form = 'hold' | 'leave' | 'transfer' | 'withdraw'
const TITLES = { hold: words.pause, leave: words['leave-road'], transfer: words['ask-transfer'], withdraw: words.withdraw } as const
const mayMove = (from: Position, to: Position): boolean => caseMoves[from].some((one) => one === to)

/** What may happen beside the road: a pause, another county, a side exit; for whoever carries the file. */
export function SideActs({ caseId, position, countyCode }: Props) {
  const say = useSay()
  const [open, setOpen] = useState<Form>()
  const may = useMay('enrolment.hold')
  const mayWithdraw = useMay('enrolment.withdraw')
  if (!may) return null
  const isPaused = pauses.has(position)
  const forms: readonly Form[] = [
    ...(!isPaused && mayMove(position, 'on-hold') ? (['hold'] as const) : []),
    ...(mayMove(position, 'transferred') ? (['transfer'] as const) : []),
    ...(mayMove(position, 'moved') || mayMove(position, 'deceased') ? (['leave'] as const) : []),
  ]
  const mayLeave = reasonsNotToMove(position, 'withdrawn').length === 0
  const close = (): void => setOpen(undefined)
  const body: Readonly<Record<Form, ReactNode>> = {
    hold: <HoldForm caseId={caseId} position={position} onDone={close} />,
    leave: <LeaveForm caseId={caseId} position={position} countyCode={countyCode} onDone={close} />,
    transfer: <TransferForm caseId={caseId} countyCode={countyCode} onDone={close} />,
    withdraw: <WithdrawForm caseId={caseId} onDone={close} />,
  }
  const shown: readonly Form[] = mayLeave && mayWithdraw ? [...forms, 'withdraw'] : forms
  if (shown.length === 0) return null
  return (
    <Card title={say(words['side-acts'])} isFolded>
      <div className="flex flex-wrap gap-2">
        {shown.map((form) => (
          <Button key={form} onPress={() => setOpen(form)}>
            {say(TITLES[form])}
          </Button>
        ))}
      </div>
      {open === undefined ? null : (
        <Dialog title={say(TITLES[open])} isOpen onClose={close}>
          {body[open]}
        </Dialog>
      )}
    </Card>
  )
}
/** The way back from a pause or a side exit, open on the page because it is the next step. */
export function WayBack({ caseId, position }: Pick<Props, 'caseId' | 'position'>) {
  const say = useSay()
  const may = useMay('enrolment.hold')
  const isPaused = pauses.has(position)
  const isBack = reasonsNotToReenter({ position, isErased: false }).length === 0
  if (!may || (!isPaused && !isBack)) return null
  return (
    <Card title={say(words[isPaused ? 'resume' : 're-enter'])}>
      {isPaused ? <Resume caseId={caseId} position={position} /> : <Reenter caseId={caseId} />}
    </Card>
  )
}
function Resume({ caseId, position }: Pick<Props, 'caseId' | 'position'>) {
  const say = useSay()
  const write = useWrite(resumeCase)
  return (
    <div>
      <p className="pb-2">{say(words[position === 'transferred' ? 'resume-transfer-explained' : 'resume-explained'])}</p>
      <ProblemBox error={write.error} />
      <Button look="primary" isPending={write.isPending} onPress={() => write.mutate({ input: { caseId } })}>
        {say(words.resume)}
      </Button>
    </div>
  )
}
function Reenter({ caseId }: Pick<Props, 'caseId'>) {
  const say = useSay()
  const write = useWrite(reenterCase)
  return (
    <div>
      <p className="pb-2">{say(words['re-enter-explained'])}</p>
      <ProblemBox error={write.error} />
      <Button look="primary" isPending={write.isPending} onPress={() => write.mutate({ input: { caseId } })}>
        {say(words['re-enter'])}
      </Button>
    </div>
  )
}
