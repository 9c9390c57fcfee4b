// A worker that does what its document's source says, to try the pool with.
process.on('message', ({ source, data }) => {
  if (source === 'exit') process.exit(7);
  if (source === 'throw') throw new TypeError('out of order');
  if (source === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (source === 'refuse') process.send({ failure: 'not like this' });
  if (source === 'pid') process.send({ pdf: Buffer.from(String(process.pid)) });
  if (source === 'environment') process.send({ pdf: Buffer.from(Object.keys(process.env).join(' ')) });
  if (source === 'echo') process.send({ pdf: Buffer.from(data) });
});
