import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, LongTextField, SelectField, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { blockedSteps, describeObstacle, grades, type Obstacle, obstacleKinds, reformRoutes } from '../contract/obstacles.ts'
import { words } from '../words.ts'

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed)
/** What the obstacle rests on, who can reform it and what is proposed; also where a name is taken out of what was said. */
export function DescribeDialog({ obstacle, onClose }: { readonly obstacle: Obstacle; readonly onClose: () => void }) {
  const say = useSay()
  const [now, setNow] = useState({
    title: obstacle.title,
    kind: obstacle.kind,
    grade: obstacle.grade,
    issuer: obstacle.issuer ?? '',
    article: obstacle.article ?? '',
    clause: obstacle.clause ?? '',
    step: obstacle.step,
    says: obstacle.says,
    competentBody: obstacle.competentBody ?? '',
    route: obstacle.route,
    proposal: obstacle.proposal ?? '',
  })
  const change = (part: Partial<typeof now>): void => setNow({ ...now, ...part })
  const write = useWrite(describeObstacle, { onDone: onClose })
  const send = (): void => {
    const { issuer, article, clause, competentBody, proposal, ...rest } = now
    const texts = { issuer: orNull(issuer), article: orNull(article), clause: orNull(clause) }
    const reform = { competentBody: orNull(competentBody), proposal: orNull(proposal) }
    write.mutate({ input: { ...rest, ...texts, ...reform, id: obstacle.id, version: obstacle.version } })
  }
  return (
    <Dialog title={say(words.describe)} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <TextField label={say(words.title)} name="title" isRequired value={now.title} onChange={(title) => change({ title })} />
        <LongTextField
          label={say(words.says)}
          hint={say(words['says-hint'])}
          name="says"
          isRequired
          value={now.says}
          onChange={(says) => change({ says })}
          rows={3}
        />
        <FieldGrid>
          <SelectField
            label={say(words.kind)}
            value={now.kind}
            onChange={(kind) => change({ kind: kind ?? now.kind })}
            choices={obstacleKinds.map((one) => ({ value: one, label: say(wordFor(words, `kind-${one}`)) }))}
          />
          <SelectField
            label={say(words.grade)}
            value={now.grade}
            onChange={(grade) => change({ grade: grade ?? now.grade })}
            choices={grades.map((one) => ({ value: one, label: say(wordFor(words, `grade-${one}`)) }))}
          />
          <TextField label={say(words.issuer)} value={now.issuer} onChange={(issuer) => change({ issuer })} />
          <TextField label={say(words.article)} value={now.article} onChange={(article) => change({ article })} />
          <SelectField
            label={say(words.step)}
            value={now.step}
            onChange={(step) => change({ step: step ?? now.step })}
            choices={blockedSteps.map((one) => ({ value: one, label: say(wordFor(words, `step-${one}`)) }))}
          />
          <TextField
            label={say(words['competent-body'])}
            value={now.competentBody}
            onChange={(competentBody) => change({ competentBody })}
          />
          <SelectField
            label={say(words.route)}
            value={now.route ?? undefined}
            onChange={(route) => change({ route: route ?? null })}
            choices={reformRoutes.map((one) => ({ value: one, label: say(wordFor(words, `route-${one}`)) }))}
          />
        </FieldGrid>
        <LongTextField label={say(words.clause)} value={now.clause} onChange={(clause) => change({ clause })} rows={3} />
        <LongTextField label={say(words.proposal)} value={now.proposal} onChange={(proposal) => change({ proposal })} rows={3} />
        <div>
          <Button look="primary" isPending={write.isPending} onPress={send}>
            {say(words.save)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
