import type { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { type Door, lockDoor, readDoor } from '../contract/door.ts'
import { doorWords as words } from '../door-words.ts'

type HerDoor = z.infer<typeof Door>
/** Her own way in, set face to face: whether there is one and whether it is shut, never the number. */
export function DoorSection({ personId }: { readonly personId: string }) {
  const say = useSay()
  const may = useMay('mine.read-door')
  const door = useRead(readDoor, { personId }, { enabled: may })
  if (!may) return null
  return (
    <Card title={say(words.door)} isFolded>
      <Read of={door}>{(data) => <State personId={personId} door={data} />}</Read>
    </Card>
  )
}
function State({ personId, door: { reach, setAt, isLocked } }: { readonly personId: string; readonly door: HerDoor }) {
  const say = useSay()
  const language = useLanguage()
  const write = useWrite(lockDoor)
  return (
    <div className="flex flex-col items-start gap-2">
      <p>{say(words[`reach-${reach}`])}</p>
      <p>{setAt === null ? say(words['door-none']) : say(words['door-set'], { day: formatDate(setAt.slice(0, 10), language) })}</p>
      {isLocked ? <p className="text-clay">{say(words['door-locked'])}</p> : null}
      <ProblemBox error={write.error} />
      {reach !== 'code' ? null : <TextLink to={`/staff/people/${personId}/door`}>{say(words['door-open-page'])}</TextLink>}
      {setAt === null ? null : (
        <Button isPending={write.isPending} onPress={() => write.mutate({ input: { personId, isLocked: !isLocked } })}>
          {say(words[isLocked ? 'door-unlock' : 'door-lock'])}
        </Button>
      )}
    </div>
  )
}
