// The bot, its daily examination, and the job that prepares a container: one image and one set of variables for all.
param name string
param location string
param environmentId string
param identityId string
param identityClientId string
param registryServer string
param vaultUri string
param cosmosName string
param cosmosDatabase string
param insightsConnectionString string
param botImage string
param collectorImage string
param preparing bool
param host string
param customDomain string
param certificateId string
param authority string
param authorityId string
param smtpHost string
param smtpPort int
param smtpUser string
param smtpFrom string
param settings object

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' existing = { name: cosmosName }

var identity = { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
var registries = [{ server: registryServer, identity: identityId }]

// Without a version: a new one is taken up within half an hour, and the bot is started again with it.
var secrets = [
  { name: 'link-secret', keyVaultUrl: '${vaultUri}secrets/link-secret', identity: identityId }
  { name: 'signing-key', keyVaultUrl: '${vaultUri}secrets/signing-key', identity: identityId }
  { name: 'operator-token', keyVaultUrl: '${vaultUri}secrets/operator-token', identity: identityId }
  { name: 'smtp-password', keyVaultUrl: '${vaultUri}secrets/smtp-password', identity: identityId }
]

var storeVariables = [
  { name: 'STORE', value: 'cosmos' }
  { name: 'COSMOS_ENDPOINT', value: account.properties.documentEndpoint }
  { name: 'COSMOS_DATABASE', value: cosmosDatabase }
  { name: 'COSMOS_CONTAINER', value: 'records' }
  { name: 'AUTHORITY_ID', value: authorityId }
]

var liveVariables = [
  { name: 'MODE', value: 'live' }
  { name: 'PORT', value: '3978' }
  { name: 'TRUSTED_PROXIES', value: '1' }
  { name: 'PUBLIC_URL', value: 'https://${host}' }
  { name: 'AUTHORITY', value: authority }
  { name: 'MICROSOFT_APP_TYPE', value: 'UserAssignedMSI' }
  { name: 'MICROSOFT_APP_ID', value: identityClientId }
  { name: 'MICROSOFT_APP_TENANT_ID', value: tenant().tenantId }
  { name: 'AZURE_CLIENT_ID', value: identityClientId }
  { name: 'SMTP_HOST', value: smtpHost }
  { name: 'SMTP_PORT', value: string(smtpPort) }
  { name: 'SMTP_FROM', value: smtpFrom }
  { name: 'SMTP_USER', value: smtpUser }
  { name: 'SMTP_PASSWORD', secretRef: 'smtp-password' }
  { name: 'LINK_SECRET', secretRef: 'link-secret' }
  { name: 'SIGNING_KEY', secretRef: 'signing-key' }
  { name: 'OPERATOR_TOKEN', secretRef: 'operator-token' }
]

var settingVariables = [for setting in items(settings): { name: setting.key, value: setting.value }]
var variables = concat(liveVariables, storeVariables, settingVariables)

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: identity
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      registries: registries
      secrets: secrets
      ingress: {
        external: true
        targetPort: 3978
        transport: 'http'
        allowInsecure: false
        customDomains: empty(certificateId)
          ? []
          : [{ name: customDomain, certificateId: certificateId, bindingType: 'SniEnabled' }]
      }
    }
    template: {
      // Longer than a lease, which is the longest a delivery under way can take (src/outbox/delivering.ts).
      terminationGracePeriodSeconds: 90
      scale: { minReplicas: 2, maxReplicas: 4 }
      containers: [
        {
          name: 'bot'
          image: botImage
          resources: { cpu: json('0.5'), memory: '1Gi' }
          // Its neighbour in the same replica, below.
          env: concat(variables, [{ name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://127.0.0.1:4318' }])
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 10, failureThreshold: 10 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 10, failureThreshold: 6, timeoutSeconds: 5 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 3978 }, periodSeconds: 10, failureThreshold: 3, timeoutSeconds: 5 }
          ]
        }
        {
          name: 'collector'
          image: collectorImage
          resources: { cpu: json('0.25'), memory: '0.5Gi' }
          args: ['--config=env:COLLECTOR_CONFIG']
          env: [
            { name: 'COLLECTOR_CONFIG', value: loadTextContent('../collector.yaml') }
            { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insightsConnectionString }
          ]
        }
      ]
    }
  }
}

// Ends with 1, and says why, where something does not work; infra/modules/alerts.bicep listens.
resource doctor 'Microsoft.App/jobs@2024-03-01' = {
  name: '${name}-doctor'
  location: location
  identity: identity
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Schedule'
      scheduleTriggerConfig: { cronExpression: '0 6 * * *', parallelism: 1, replicaCompletionCount: 1 }
      replicaTimeout: 600
      replicaRetryLimit: 0
      registries: registries
      secrets: secrets
    }
    template: {
      containers: [
        {
          name: 'doctor'
          image: botImage
          resources: { cpu: json('0.5'), memory: '1Gi' }
          command: ['npm', 'run', '-s', 'strategy', '--', 'doctor', '--json']
          env: variables
        }
      ]
    }
  }
}

// Started by hand. The key is there only while the account takes one; the next deployment takes it away.
resource prepare 'Microsoft.App/jobs@2024-03-01' = {
  name: '${name}-prepare'
  location: location
  identity: identity
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Manual'
      manualTriggerConfig: { parallelism: 1, replicaCompletionCount: 1 }
      replicaTimeout: 600
      replicaRetryLimit: 0
      registries: registries
      secrets: preparing ? [{ name: 'cosmos-key', value: account.listKeys().primaryMasterKey }] : []
    }
    template: {
      containers: [
        {
          name: 'prepare'
          image: botImage
          resources: { cpu: json('0.5'), memory: '1Gi' }
          command: ['npm', 'run', '-s', 'strategy', '--', 'prepare-cosmos']
          env: concat(storeVariables, preparing ? [{ name: 'COSMOS_KEY', secretRef: 'cosmos-key' }] : [])
        }
      ]
    }
  }
}
