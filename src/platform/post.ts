import { spawn } from 'node:child_process'

export type Channel = 'sms' | 'mail'
/** How messages leave the house, one way per channel; where there is none they reach the message page and nobody else. */
export type Post = Readonly<Record<Channel, ((to: string, text: string) => Promise<void>) | null>>
export const nowhere: Post = { sms: null, mail: null }

/** A gateway that is a program of the machine (sendmail, a provider's client): the receiver is its last argument, the text its input. */
export function postBy(program: string, seconds = 30): (to: string, text: string) => Promise<void> {
  const [file = '', ...args] = program.split(' ').filter((part) => part !== '')
  return (to, text) =>
    new Promise((resolve, reject) => {
      const child = spawn(file, [...args, '--', to], { stdio: ['pipe', 'ignore', 'ignore'], timeout: seconds * 1000 })
      child.on('error', reject)
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('the gateway refused'))))
      child.stdin.on('error', () => undefined)
      child.stdin.end(text)
    })
}
/** The gateways of the environment: KARIZ_SMS_PROGRAM and KARIZ_MAIL_PROGRAM. */
export function postOf(environment: Readonly<Record<string, string | undefined>>): Post {
  const { KARIZ_SMS_PROGRAM: sms, KARIZ_MAIL_PROGRAM: mail } = environment
  return { sms: sms === undefined || sms === '' ? null : postBy(sms), mail: mail === undefined || mail === '' ? null : postBy(mail) }
}
