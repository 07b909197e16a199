import { readDescriptor } from '../test-server/sdk/descriptor.ts'

/** A frame with a receipt in it that says of nothing what it is for. */
export const oddFrame = (): ArrayBuffer => {
  const wire = readDescriptor()
  const encode = (name: string, fields: object): Uint8Array => {
    const type = wire.lookupType(`easemob.pb.${name}`)
    return type.encode(type.fromObject(fields)).finish()
  }
  const payload = encode('MessageBody', { type: 'READ_ACK', from: { name: 'nobody' }, to: { name: 'somebody' } })
  const metas = [
    { id: '7', from: { name: 'nobody', domain: 'easemob.com' }, to: { name: 'somebody', domain: 'easemob.com' }, ns: 'CHAT', payload },
  ]
  const answer = encode('CommSyncDL', {
    status: { errorCode: 'OK' },
    queue: { name: 'nobody', domain: 'easemob.com' },
    metas,
    isLast: true,
  })
  return new Uint8Array(encode('MSync', { command: 'SYNC', payload: answer })).buffer
}
