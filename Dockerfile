# Override these to build on mirrors or from images of your own.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUNTIME_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY pom.xml ./
# A layer of its own, kept until the pom changes; what it misses the next step fetches.
RUN mvn -B -ntp dependency:go-offline || true
COPY LICENSE ./
COPY intents intents
COPY src src
RUN mvn -B -ntp -Dmaven.test.skip=true package \
 && java -Djarmode=tools -jar target/cop-bot.jar extract --destination /app
# Away from /build, so that the models belong to the content inside the jar.
WORKDIR /app
RUN COP_DATA_DIR=/data java -jar cop-bot.jar train && chmod -R go= /data

FROM ${RUNTIME_IMAGE}
LABEL org.opencontainers.image.title="COP bot" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --gid 10001 cop \
 && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin cop \
 && install -d -o 10001 -g 10001 -m 0700 /data
COPY --from=build /app /app
# A fresh named volume at /data starts with what is here: the trained models, and no keys.
COPY --from=build --chown=10001:10001 /data/models /data/models
WORKDIR /app
USER 10001:10001
ENV COP_DATA_DIR=/data \
    SPRING_PROFILES_ACTIVE=prod \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError"
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD bash -c 'exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} \
    && printf "GET /actuator/health/readiness HTTP/1.0\r\n\r\n" >&3 \
    && head -n 1 <&3 | grep -q " 200"'
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-jar", "/app/cop-bot.jar"]
