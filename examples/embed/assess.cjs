// npm install @calm-sdk/core
// node assess.cjs photo.jpg another.jpg
const { createEngine } = require('@calm-sdk/core');

async function main() {
  const engine = await createEngine();
  for (const path of process.argv.slice(2)) {
    const { score } = await engine.assess({ kind: 'path', path });
    console.log(`${path}: ${score.value} of 10`);
  }
  await engine.dispose();
}

main().catch((error) => {
  console.error(`${error.message} ${error.hint}`);
  process.exitCode = 1;
});
