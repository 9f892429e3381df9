import { Button } from '../../../ui/button.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import type { Filed } from '../contract/grievances.ts'
import { grievanceWords as words } from '../words/grievances.ts'

/** What she takes with her; the code is seen here and never again. */
export function FiledCard({ filed, onAnother }: { readonly filed: Filed; readonly onAnother: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const days = { first: formatDate(filed.acknowledgeBy, language), answer: formatDate(filed.answerBy, language) }
  return (
    <Card title={say(words.filed)}>
      <div role="status" className="flex flex-col gap-3">
        <Facts
          facts={[
            [say(words.grievance), <bdi key="number">{digits(filed.number, language)}</bdi>],
            [
              say(words['filed-code']),
              <bdi key="code" dir="ltr" className="font-bold tracking-wider">
                {filed.tracking}
              </bdi>,
            ],
          ]}
        />
        <p>{say(words['filed-days'], days)}</p>
        <p className="text-ink-2">{say(words['filed-hint'])}</p>
        <div>
          <Button onPress={onAnother}>{say(words['file-another'])}</Button>
        </div>
      </div>
    </Card>
  )
}
