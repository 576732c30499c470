/** Says on which Node-API it runs. */
console.log(process.versions.napi)
