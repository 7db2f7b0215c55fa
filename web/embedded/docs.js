// Shows the description of this very server; nothing is fetched from elsewhere.
SwaggerUIBundle({
    url: "/openapi.yaml",
    domNode: document.getElementById("description"),
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
    persistAuthorization: false,
});
